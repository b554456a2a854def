#include "core/language/tag.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

TEST_CASE("Language tags have the shape of RFC 5646") {
  for (const char* tag : {"en", "es-419", "pt-BR", "zh-Hant-TW", "az-Arab", "de-CH-1996", "sl-rozaj-biske", "fil",
                          "en-u-ca-gregory", "en-x-private", "und"})
    CHECK(well_formed(tag));
  for (const char* tag : {"", "e", "englishlanguage", "en_US", "en-", "-en", "en--US", "e1", "en US", "en\"", "x-a",
                          "en-u", "en-x", "es-419-419", "constructor-"})
    CHECK_FALSE(well_formed(tag));
}

TEST_CASE("Direction comes from the script, or the language's usual one") {
  for (const char* tag : {"ar", "ar-EG", "he", "iw", "fa", "ur", "AR", "az-Arab", "ku-Arab-IQ", "ps", "yi", "dv"})
    CHECK(direction(tag) == Direction::rtl);
  for (const char* tag : {"en", "es", "az", "ku-Latn", "ar-Latn", "zh-Hant", "arn", "fil"})
    CHECK(direction(tag) == Direction::ltr);
}
