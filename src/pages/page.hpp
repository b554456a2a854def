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
  /// What more stands in `<head>`, in lines.
  Markup head = {};
  /// Left out where it is empty.
  Markup header = {};
  Markup main = {};
  /// A line of text below all; left out where it is empty.
  std::string footer = {};
};

/// Returns the whole page, as HTML.
std::string html_of(const Page&);

} // namespace broadside::pages
