#include "core/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace broadside;

TEST_CASE("Every character survives writing and reading") {
  for (const char32_t character :
       {U'\0', U'a', U'\x7F', U'\x80', U'ß', U'\x7FF', U'\x800', U'中', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    const Utf8Sequence sequence = as_utf8(character);
    const auto [value, length] = first_character(std::string(sequence) + "x");
    CHECK(value == character);
    CHECK(length == sequence.length);
    CHECK(is_utf8(sequence));
  }
}

TEST_CASE("Malformed UTF-8 has no first character, and is as long as in browsers") {
  const auto length = [](std::string_view text) {
    CHECK(first_character(text).length == 0);
    CHECK_FALSE(is_utf8(text));
    return malformed_utf8(text);
  };
  CHECK(length("\x80") == 1);             // a continuation without a start
  CHECK(length("\xC0\xAF") == 1);         // overlong
  CHECK(length("\xE4\xB8") == 2);         // cut off
  CHECK(length("\xE4\xB8x") == 2);        // broken off
  CHECK(length("\xE0\x9F\x80") == 1);     // overlong
  CHECK(length("\xED\xA0\x80") == 1);     // a surrogate
  CHECK(length("\xF0\x9F\x98") == 3);     // cut off
  CHECK(length("\xF4\x90\x80\x80") == 1); // beyond U+10FFFF
  CHECK(length("\xFF") == 1);
  CHECK(first_character("").length == 0);
}
