#include "core/unicode/character_references.hpp"

#include <catch2/catch.hpp>

#include <string>

using broadside::unicode::read_character_reference;
using broadside::unicode::resolve_character_references;

TEST_CASE("Names stand for one character or two") {
  CHECK(resolve_character_references("&Tab;&AMP;&amp;&copy;&COPY;&lang;") == "\t&&©©⟨");
  CHECK(resolve_character_references("&CounterClockwiseContourIntegral;&zopf;&xopf;&yscr;") == "∳𝕫𝕩𝓎");
  CHECK(resolve_character_references("&fjlig;&bne;&nvlt;&ThickSpace;&acE;&NotEqualTilde;") ==
        "fj=\u20E5<\u20D2\u205F\u200A∾\u0333≂\u0338");
}

TEST_CASE("What is no whole name stays text") {
  for (const std::string text : {"&Amp;", "&am;", "&amp", "&;", "&copyy;", "&CounterClockwiseContourIntegralX;", "&é;"})
    CHECK(resolve_character_references(text) == text);
}

TEST_CASE("The length of a reference does not count its ampersand") {
  CHECK(read_character_reference("eacute;s").length == 7);
  CHECK(read_character_reference("#233;").length == 5);
  CHECK(read_character_reference("eacute").length == 0);
}
