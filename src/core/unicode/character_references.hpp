#pragma once

#include "core/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace broadside::unicode {

/// A character reference, such as "&eacute;", "&#233;" or "&#xE9;" (CommonMark 0.31, 2.5).
struct CharacterReference {
  /// The number of its bytes after the ampersand, with the semicolon; 0 if there is no reference.
  std::size_t length = 0;
  /// The text for which a name stands; empty for a number.
  std::string_view named = {};
  /// The character for which a number stands.
  Utf8Sequence numbered = {};

  std::string_view text() const { return named.empty() ? std::string_view(numbered) : named; }
};

/// Reads the reference whose ampersand stands before `text`.
CharacterReference read_character_reference(std::string_view text);

/// Returns the text with every character reference in it replaced by what it stands for. An ampersand that begins none
/// stays.
std::string resolve_character_references(std::string_view text);

} // namespace broadside::unicode
