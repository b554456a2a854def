#include "core/unicode/case_folding.hpp"

#include <catch2/catch.hpp>

using broadside::unicode::fold_case;

TEST_CASE("Texts that differ only in case fold to the same") {
  CHECK(fold_case("Straße STRASSE ẞ") == "strasse strasse ss");
  CHECK(fold_case("ΑΓΩ ς Σ") == "αγω σ σ");
  CHECK(fold_case("Привет ЁЖ") == "привет ёж");
  CHECK(fold_case("İ ı I i") == "i\u0307 ı i i");
  CHECK(fold_case("ĀāĂă ŹźŻż Ǆǅǆ") == "āāăă źźżż ǆǆǆ");
  CHECK(fold_case("\U00010400\U00010428") == "\U00010428\U00010428");
  CHECK(fold_case("中文 1-2") == "中文 1-2");
}

TEST_CASE("Folding makes malformed UTF-8 well-formed") { CHECK(fold_case("A\xFFZ\xE4\xB8") == "a\uFFFDz\uFFFD"); }
