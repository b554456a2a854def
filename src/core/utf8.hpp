#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace broadside {

/// The UTF-8 byte order mark, which some editors write at the start of a file.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Returns how many bytes of the text, from its start, are well-formed UTF-8 (Unicode, table 3-7: no surrogates, no
/// overlong forms, nothing beyond U+10FFFF): all of them, or those before the first malformed sequence.
std::size_t well_formed_utf8(std::string_view text);

inline bool is_utf8(std::string_view text) { return well_formed_utf8(text) == text.size(); }

/// Returns the number of bytes for which one U+FFFD stands, if a text, which must not be empty, starts with a malformed
/// sequence: its "maximal subpart" (Unicode, 3.9), as in browsers.
std::size_t malformed_utf8(std::string_view text);

/// Returns the number of characters of a well-formed text.
inline std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

struct Utf8Character {
  char32_t value = 0;
  std::size_t length = 0;
};

/// Returns the first character of a text. Its length is 0 if there is none or it is malformed.
Utf8Character first_character(std::string_view text);

/// Returns the last character of a text; 0 where there is none or it is malformed.
char32_t last_character(std::string_view text);

struct Utf8Sequence {
  std::array<char, 4> bytes = {};
  std::size_t length = 0;
  operator std::string_view() const { return {bytes.data(), length}; }
};

/// Returns the character, which must be a Unicode scalar value, as UTF-8.
Utf8Sequence as_utf8(char32_t character);

} // namespace broadside
