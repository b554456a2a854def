#pragma once

#include <string_view>

namespace broadside::pages {

/// Returns the style sheets of web/styles/, one after the other, as they were when this program was built.
std::string_view style_sheet();

/// Returns what the moderators' pages have beside that.
std::string_view moderation_style();

/// Returns the script of the moderators' pages.
std::string_view moderation_keys();

/// A style sheet that a page carries itself, so that a browser paints it without asking for anything more.
struct InlineStyle {
  std::string_view css;
  /// The hash by which a Content-Security-Policy allows it, as in `style-src 'sha256-…'`.
  std::string_view hash;
};

/// Returns what every page of a site needs: its frame, and an article's head and running text.
InlineStyle text_style();

/// Returns what stands apart from running text: pictures, code, tables, footnotes, alerts, other languages.
InlineStyle apart_style();

} // namespace broadside::pages
