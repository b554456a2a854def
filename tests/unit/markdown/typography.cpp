#include "core/markdown/typography.hpp"

#include <catch2/catch.hpp>

using broadside::markdown::Typographer;

namespace {

std::string set(std::string_view language, std::string_view text) { return Typographer(language).set(text); }

} // namespace

TEST_CASE("Quotes open and close") {
  CHECK(set("en", "\"Hello,\" said the spider.\n\"'Shelob' is my name.\"") ==
        "“Hello,” said the spider.\n“‘Shelob’ is my name.”");
  CHECK(set("en", "'He said, \"I want to go.\"'") == "‘He said, “I want to go.”’");
  CHECK(set("en", "'A', 'B', and 'C' are letters. (\"x\")") == "‘A’, ‘B’, and ‘C’ are letters. (“x”)");
  CHECK(set("en", "'Oak,' 'elm,' and 'beech' are names of trees.") == "‘Oak,’ ‘elm,’ and ‘beech’ are names of trees.");
  CHECK(set("en", "well--\"no\"---\"yes\"") == "well–“no”—“yes”");
  CHECK(set("en", "end of an earlier paragraph's quote.\"") == "end of an earlier paragraph’s quote.”");
  CHECK(set("en", "a \" b, a ' b") == "a \" b, a ' b");
}

// thephpleague/commonmark#1030, markedjs/marked#166
TEST_CASE("Apostrophes are not opening quotes, and feet and inches stay straight") {
  CHECK(set("en", "the '90s, rock 'n' roll, 5'10\" tall, already ’90s") ==
        "the ’90s, rock ’n’ roll, 5'10\" tall, already ’90s");
  CHECK(set("en", "'tis the season to be 'jolly'") == "’tis the season to be ‘jolly’");
  CHECK(set("en", "'We'll use Jane's boat and John's truck,' Jenna said.") ==
        "‘We’ll use Jane’s boat and John’s truck,’ Jenna said.");
  CHECK(set("en", "Were you alive in the 70's? in '68? Is it '12' or 'round'?") ==
        "Were you alive in the 70’s? in ’68? Is it ‘12’ or ‘round’?");
  CHECK(set("en", "the dogs' bowls, 6' or 8\" wide, 1/2\"") == "the dogs’ bowls, 6' or 8\" wide, 1/2\"");
  CHECK(set("nl", "'s avonds in 't huis") == "’s avonds in ’t huis");
  CHECK(set("fr", "l'eau, \"l'or\", d'\"or\"") == "l’eau, «\u202Fl’or\u202F», d’«\u202For\u202F»");
}

TEST_CASE("Marks that an author has typed as such do not change") {
  for (const char* text : {"“a” ‘b’ „c“ «d» ‹e› don’t – — … ‚f‘ »g«", "« a » “b” ", "「甲」『乙』"})
    for (const char* language : {"", "en", "de", "fr", "sv", "ja"})
      CHECK(set(language, text) == text);
  CHECK(set("en", "“'a' b”") == "“‘a’ b”");
  CHECK(set("de", "„a“'s") == "„a“’s");
}

TEST_CASE("Each language has its own quotes") {
  CHECK(set("en-GB", "\"a\" 'b'") == "“a” ‘b’");
  CHECK(set("de", "\"Ja\", sagte sie.") == "„Ja“, sagte sie.");
  CHECK(set("de-CH", "\"a\" 'b'") == "«a» ‹b›");
  CHECK(set("fr", "\"Oui\"") == "«\u202FOui\u202F»");
  CHECK(set("fr-CA", "\"Oui 'a'\"") == "«\u202FOui “a”\u202F»");
  CHECK(set("es", "\"a\" 'b'") == "«a» “b”");
  CHECK(set("es-ES", "\"a\"") == "«a»");
  CHECK(set("es-MX", "\"a\" 'b'") == "“a” ‘b’");
  CHECK(set("es-419", "\"a\"") == "“a”");
  CHECK(set("pt-BR", "\"a\"") == "“a”");
  CHECK(set("pt-PT", "\"a\"") == "«a»");
  CHECK(set("pt-AO", "\"a\"") == "«a»");
  CHECK(set("es-GQ", "\"a\"") == "«a»");
  CHECK(set("it-CH", "\"a\"") == "«a»");
  CHECK(set("ru", "\"a 'b'\"") == "«a „b“»");
  CHECK(set("PL", "\"a\"") == "„a”");
  CHECK(set("sv", "\"a\" 'b' \"c\"") == "”a” ’b’ ”c”");
  CHECK(set("uk", "м'яч") == "м’яч");
}

TEST_CASE("Quotes in other languages stay straight, but dashes and ellipses do not") {
  CHECK(set("ar", "\"نعم\"") == "\"نعم\"");
  CHECK(set("", "\"a\" 'b' don't -- c...") == "\"a\" 'b' don't – c…");
  CHECK(set("enm", "\"a\"") == "\"a\"");
}

TEST_CASE("Hyphens become dashes, and full stops an ellipsis") {
  CHECK(set("en", "em---em\nen--en\nem --- em\nen -- en\n2--3") == "em—em\nen–en\nem — em\nen – en\n2–3");
  CHECK(set("en", "Ellipses...and...and....") == "Ellipses…and…and….");
  CHECK(set("es", "---Hola") == "—Hola");
  CHECK(set("en", "one- ----- run --help, a..b ......") == "one- ----- run --help, a..b ......");
}

TEST_CASE("The texts of a block belong together, whatever stands between them") {
  Typographer typographer("en");
  CHECK(typographer.set("say \"") == "say “");
  CHECK(typographer.set("a") == "a");
  CHECK(typographer.set("\" and '") == "” and ‘");
  typographer.skip();
  CHECK(typographer.set("' or ") == "’ or ");
  typographer.skip();
  CHECK(typographer.set("'s") == "’s");
  typographer.begin_block();
  CHECK(typographer.set("\"b") == "“b");
  typographer.begin_block();
  CHECK(typographer.set("\"c\"") == "“c”");
}

// GHSA-6v5v-wf23-fmfq
TEST_CASE("A hundred thousand quote marks take no longer than other text") {
  for (const char* mark : {"\"", "'", "\"' ", "'n", "'9"}) {
    std::string text;
    while (text.size() < 100'000)
      text += mark;
    CHECK(set("en", text).size() >= text.size());
  }
}
