#include "core/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace broadside {
namespace {

// A row of table 3-7, by a sequence's first byte: how many bytes follow, and which values the second may have.
struct Sequence {
  std::size_t following;
  unsigned char lowest, highest;
};

constexpr Sequence malformed{0, 1, 0};

Sequence sequence_of(unsigned char first) {
  if (first < 0xC2 || first > 0xF4)
    return malformed;
  if (first < 0xE0)
    return {1, 0x80, 0xBF};
  switch (first) {
  case 0xE0:
    return {2, 0xA0, 0xBF};
  case 0xED:
    return {2, 0x80, 0x9F};
  case 0xF0:
    return {3, 0x90, 0xBF};
  case 0xF4:
    return {3, 0x80, 0x8F};
  default:
    return {first < 0xF0 ? std::size_t{2} : std::size_t{3}, 0x80, 0xBF};
  }
}

// Returns how many of the bytes after the first match the row.
std::size_t matching(std::string_view text, const Sequence& sequence) {
  std::size_t count = 0;
  while (count < sequence.following && count + 1 < text.size()) {
    const auto byte = static_cast<unsigned char>(text[count + 1]);
    const bool fits = count == 0 ? byte >= sequence.lowest && byte <= sequence.highest : (byte & 0xC0U) == 0x80U;
    if (!fits)
      break;
    ++count;
  }
  return count;
}

// Returns the number of ASCII bytes at the start of the text. Most texts are nearly all ASCII, so it looks at eight
// bytes at a time.
std::size_t leading_ascii(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080'8080'8080'8080U) != 0)
      break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
    ++at;
  return at;
}

// Returns the length of the character at the start of the text, which must not be empty, or 0 if it is malformed.
std::size_t sequence_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80)
    return 1;
  const Sequence sequence = sequence_of(first);
  const bool whole = sequence.following > 0 && matching(text, sequence) == sequence.following;
  return whole ? sequence.following + 1 : 0;
}

} // namespace

std::size_t well_formed_utf8(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at += leading_ascii(text.substr(at));
    if (at == text.size())
      return at;
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0)
      return at;
    at += length;
  }
}

std::size_t malformed_utf8(std::string_view text) {
  return 1 + matching(text, sequence_of(static_cast<unsigned char>(text[0])));
}

Utf8Character first_character(std::string_view text) {
  const std::size_t length = text.empty() ? 0 : sequence_length(text);
  if (length == 0)
    return {};
  const auto first = static_cast<unsigned char>(text[0]);
  char32_t value = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i)
    value = (value << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return {value, length};
}

char32_t last_character(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0U) == 0x80U) {
  }
  return first_character(text.substr(start)).value;
}

Utf8Sequence as_utf8(char32_t character) {
  if (character < 0x80)
    return {{static_cast<char>(character)}, 1};
  const std::size_t length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  Utf8Sequence sequence{{}, length};
  for (std::size_t i = length - 1; i > 0; --i, character >>= 6U)
    sequence.bytes[i] = static_cast<char>(0x80U | (character & 0x3FU));
  sequence.bytes[0] = static_cast<char>((0xF00U >> length & 0xF0U) | character);
  return sequence;
}

} // namespace broadside
