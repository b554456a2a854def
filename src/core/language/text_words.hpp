#pragma once

#include <array>
#include <string_view>

namespace broadside::language {

/// Our own words within the text of an article, in one language.
struct TextWords {
  /// The tag of the language of the words.
  std::string_view language;
  /// The labels of alerts: note, tip, important, warning, caution.
  std::array<std::string_view, 5> alerts;
  /// The name of the link from a footnote back to its reference, with the placeholder {reference}.
  std::string_view footnote_back;
};

/// Returns the words for a text of the language, by RFC 4647's lookup: `es` for `es-419`. English where there are none.
TextWords text_words(std::string_view tag);

} // namespace broadside::language
