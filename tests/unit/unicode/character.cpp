#include "core/unicode/character.hpp"

#include <catch2/catch.hpp>

#include <string_view>

using namespace broadside;

namespace {

bool all(bool (*is)(char32_t), std::u32string_view characters) {
  for (const char32_t character : characters)
    if (!is(character))
      return false;
  return true;
}

bool none(bool (*is)(char32_t), std::u32string_view characters) {
  for (const char32_t character : characters)
    if (is(character))
      return false;
  return true;
}

} // namespace

TEST_CASE("Punctuation includes symbols, as in CommonMark 0.31") {
  CHECK(all(unicode::is_punctuation, U"!/:@[`{~«»“”¿…§€£¥+=<>|^°©😀。、「」"));
  CHECK(none(unicode::is_punctuation, U" \t\naZ0éαж中あ한\u00A0\u200B\u0301"));
}

TEST_CASE("White space is the category Zs, and the characters that end lines and columns") {
  CHECK(all(unicode::is_space, U" \t\n\f\r\u00A0\u1680\u2000\u200A\u202F\u205F\u3000"));
  CHECK(none(unicode::is_space, U"\va\u200B\u2028\u180E"));
}

TEST_CASE("Chinese, Japanese and Korean characters are ideographs, syllables and their punctuation, but not emoji") {
  CHECK(all(unicode::is_cjk, U"中\U00020000。「」（！あアｱㄅ한ㄱꀀ\u3000〜﹏"));
  CHECK(none(unicode::is_cjk, U"aé€“”…—😀✅\u200D"));
}

TEST_CASE("Lines are joined between wide characters, but not in Korean") {
  CHECK(all(unicode::joins_line, U"中あア。，（ㄅꀀ"));
  CHECK(none(unicode::joins_line, U"한ㄱᄀaé.ｱ😀"));
}
