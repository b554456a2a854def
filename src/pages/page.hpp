#pragma once

#include "pages/markup.hpp"

#include <string>

namespace broadside::pages {

/// A whole page of a publisher's site or of the reply server.
struct Page {
  /// A well-formed language tag.
  std::string language;
  std::string title;
  /// The `style` elements of the page, or the link to its style sheet.
  Markup style;
  /// The additional lines of `<head>`.
  Markup head = {};
  /// The header is left out if it is empty.
  Markup header = {};
  Markup main = {};
  /// The content of a line at the bottom. It is left out if it is empty.
  Markup footer = {};
};

/// Returns a link to style_sheet(), whose address is that seen from the page.
Markup style_sheet_link(std::string_view address);

/// Returns the whole page, as HTML.
std::string html_of(const Page&);

} // namespace broadside::pages
