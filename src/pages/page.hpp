#pragma once

#include "pages/markup.hpp"

#include <string>

namespace broadside::pages {

/// A whole page of a publisher's site or of the reply server.
struct Page {
  /// A well-formed language tag.
  std::string language;
  std::string title;
  /// The address of style_sheet(), as seen from the page.
  std::string style_sheet;
  /// The additional lines of `<head>`.
  Markup head = {};
  /// The header is left out if it is empty.
  Markup header = {};
  Markup main = {};
  /// A line of text at the bottom. It is left out if it is empty.
  std::string footer = {};
};

/// Returns the whole page, as HTML.
std::string html_of(const Page&);

} // namespace broadside::pages
