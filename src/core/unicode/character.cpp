#include "core/unicode/character.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::unicode {
namespace {

struct Range {
  char32_t first, last;
};

#define RANGE(first, last) Range{first, last},
constexpr Range punctuation[] = {
#include "core/unicode/punctuation.def"
};
constexpr Range mark[] = {
#include "core/unicode/mark.def"
};
#undef RANGE

constexpr std::array stray_format = {
    Range{0xAD, 0xAD},     Range{0x61C, 0x61C},     Range{0x180E, 0x180E},   Range{0x200B, 0x200B},
    Range{0x200E, 0x200F}, Range{0x202A, 0x202E},   Range{0x2060, 0x206F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE001F},
};

// The characters of Unicode 16, except those of is_space.
constexpr std::array blank = {
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},       Range{0xAD, 0xAD},       Range{0x34F, 0x34F},
    Range{0x61C, 0x61C},   Range{0x115F, 0x1160},   Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},
    Range{0x200B, 0x200F}, Range{0x2028, 0x202E},   Range{0x2060, 0x206F},   Range{0x2800, 0x2800},
    Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFF8}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF},
};

// Unicode's blocks, including unassigned characters in them. Emoji, which are as wide, belong to every language.
constexpr std::array cjk = {
    Range{0x1100, 0x11FF},   // Hangul Jamo
    Range{0x2E80, 0xA4CF},   // radicals, punctuation, kana, bopomofo, ideographs, Yi
    Range{0xA960, 0xA97F},   // Hangul Jamo, extended
    Range{0xAC00, 0xD7FF},   // Hangul
    Range{0xF900, 0xFAFF},   // compatibility ideographs
    Range{0xFE10, 0xFE1F},   // vertical forms
    Range{0xFE30, 0xFE6F},   // compatibility and small forms
    Range{0xFF01, 0xFFEE},   // halfwidth and fullwidth forms
    Range{0x16FE0, 0x18DFF}, // Tangut, Khitan
    Range{0x1AFF0, 0x1B2FF}, // kana, Nushu
    Range{0x1F200, 0x1F265}, // enclosed ideographs
    Range{0x20000, 0x3FFFF}, // ideographs
    Range{0xE0100, 0xE01EF}, // selectors of ideographs' variants
};

constexpr std::array hangul_or_narrow = {
    Range{0x1100, 0x11FF}, Range{0x302E, 0x302F}, Range{0x3131, 0x318E}, Range{0x3200, 0x321E}, Range{0x3260, 0x327E},
    Range{0xA960, 0xA97F}, Range{0xAC00, 0xD7FF}, Range{0xFF61, 0xFFDC}, Range{0xFFE8, 0xFFEE},
};

constexpr Range address_ends[] = {
    {0x201C, 0x201D}, // double quotation marks
    {0x3000, 0x3003}, // space, comma, full stop, ditto mark
    {0x3008, 0x3011}, // brackets
    {0x3014, 0x301F}, // brackets, wave dash, quotation marks
    {0x3030, 0x3030}, // wavy dash
    {0xFE10, 0xFE19}, // vertical forms
    {0xFE30, 0xFE6B}, // vertical and small forms
    {0xFF01, 0xFF0F}, // fullwidth forms of ASCII punctuation
    {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF64},
};

template <typename Ranges> bool contains(const Ranges& ranges, char32_t character) {
  const auto* after = std::upper_bound(std::begin(ranges), std::end(ranges), character,
                                       [](char32_t value, const Range& range) { return value < range.first; });
  return after != std::begin(ranges) && character <= (after - 1)->last;
}

} // namespace

// Most characters are ASCII, and need no table.
bool is_punctuation(char32_t character) {
  return character < 0x80 ? broadside::is_punctuation(static_cast<char>(character)) : contains(punctuation, character);
}

bool is_mark(char32_t character) { return character >= 0x300 && contains(mark, character); }

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

bool is_stray_format(char32_t character) { return character >= 0x80 && contains(stray_format, character); }

bool is_space(char32_t character) {
  switch (character) {
  case '\t':
  case '\n':
  case '\f':
  case '\r':
  case ' ':
  case 0xA0:
  case 0x1680:
  case 0x202F:
  case 0x205F:
  case 0x3000:
    return true;
  default:
    return character >= 0x2000 && character <= 0x200A;
  }
}

bool is_blank(char32_t character) { return is_space(character) || contains(blank, character); }

bool is_cjk(char32_t character) { return contains(cjk, character); }

bool ends_address(char32_t character) { return contains(address_ends, character); }

bool joins_line(char32_t character) { return is_cjk(character) && !contains(hangul_or_narrow, character); }

} // namespace broadside::unicode
