#include "core/language_tag.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace broadside::language;

TEST_CASE("Language tags have the shape of RFC 5646") {
  for (const char* tag : {"en", "es-419", "pt-BR", "zh-Hant-TW", "az-Arab", "de-CH-1996", "sl-rozaj-biske", "fil",
                          "en-u-ca-gregory", "en-x-private", "und"})
    CHECK(well_formed(tag));
  for (const char* tag : {"", "e", "englishlanguage", "en_US", "en-", "-en", "en--US", "e1", "en US", "en\"", "x-a",
                          "en-u", "en-x", "es-419-419", "constructor-"})
    CHECK_FALSE(well_formed(tag));
}

TEST_CASE("The pattern of language tags is the grammar") {
  const std::regex pattern{std::string(well_formed_pattern())};
  constexpr std::string_view subtags[] = {"a",     "x",        "X",         "u",    "en",   "EN",
                                          "419",   "abc",      "1ab",       "Latn", "1996", "12345",
                                          "rozaj", "biske123", "toolong12", "",     "é"};
  for (const auto first : subtags)
    for (const auto second : subtags)
      for (const auto third : subtags)
        for (const auto fourth : {std::string_view("a"), subtags[3], subtags[4], subtags[9], subtags[12]}) {
          const std::string tag =
              std::string(first).append("-").append(second).append("-").append(third).append("-").append(fourth);
          const std::string shorter = tag.substr(0, tag.rfind('-'));
          INFO(tag);
          CHECK(well_formed(tag) == (tag.size() <= longest_tag && std::regex_match(tag, pattern)));
          CHECK(well_formed(shorter) == std::regex_match(shorter, pattern));
        }
}

TEST_CASE("A tag's script and region are found, whatever else it has") {
  CHECK(script_of("zh-Hant-TW") == "Hant");
  CHECK(script_of("zh-TW").empty());
  CHECK(region_of("zh-Hant-TW") == "TW");
  CHECK(region_of("es-419") == "419");
  CHECK(primary_subtag("zh-Hant-TW") == "zh");
  CHECK(primary_subtag("en") == "en");
  CHECK(primary_subtag("").empty());
  for (const char* tag : {"es", "zh-Hant", "de-1996", "en-u-ca-gregory", "en-x-us"})
    CHECK(region_of(tag).empty());
}
