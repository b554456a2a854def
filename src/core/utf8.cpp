#include "core/utf8.hpp"

namespace broadside {
namespace {

// A row of table 3-7, by a sequence's first byte: how many bytes follow, and which the second may be.
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

bool starts_with_sequence(std::string_view text, const Sequence& sequence) {
  if (sequence.following == 0 || text.size() <= sequence.following)
    return false;
  const auto second = static_cast<unsigned char>(text[1]);
  if (second < sequence.lowest || second > sequence.highest)
    return false;
  for (std::size_t i = 2; i <= sequence.following; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
      return false;
  return true;
}

} // namespace

std::size_t well_formed_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto first = static_cast<unsigned char>(text[at]);
    const Sequence sequence = first < 0x80 ? Sequence{} : sequence_of(first);
    if (first >= 0x80 && !starts_with_sequence(text.substr(at), sequence))
      return at;
    at += sequence.following + 1;
  }
  return at;
}

} // namespace broadside
