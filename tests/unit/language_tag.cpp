#include "core/language_tag.hpp"

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

TEST_CASE("A tag's script and region are found, whatever else it has") {
  CHECK(script_of("zh-Hant-TW") == "Hant");
  CHECK(script_of("zh-TW").empty());
  CHECK(region_of("zh-Hant-TW") == "TW");
  CHECK(region_of("es-419") == "419");
  for (const char* tag : {"es", "zh-Hant", "de-1996", "en-u-ca-gregory", "en-x-us"})
    CHECK(region_of(tag).empty());
}
