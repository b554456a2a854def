#include "publish/source/language_tag.hpp"

#include <catch2/catch.hpp>

using namespace broadside::publish;

namespace {

// Returns "code: message" of the only fault or warning, or "none".
std::string verdict(const std::string& tag) {
  Faults faults;
  check_language(tag, "", {"f", 1}, faults);
  REQUIRE(faults.count() + faults.warnings().size() <= 1);
  const auto& said = faults.any() ? faults.all() : faults.warnings();
  return said.empty() ? "none" : said.front().code + ": " + said.front().message;
}

} // namespace

TEST_CASE("Canonical tags of known languages are accepted") {
  for (const char* tag : {"en", "pt-BR", "es-419", "zh-Hans", "zh-Hant-TW", "sr-Latn", "de-CH-1996", "en-GB-oxendict",
                          "no", "nb", "nn", "ar", "az-Arab", "en-x-desk", "de-u-co-phonebk"})
    CHECK(verdict(tag) == "none");
}

TEST_CASE("A malformed tag is refused with the one that is probably meant") {
  const auto refusal = [](const std::string& tag, const std::string& hint) {
    return "malformed: \"" + tag + "\" is not a language tag (BCP 47), such as en or pt-BR" + hint;
  };
  CHECK(verdict("en_US") == refusal("en_US", "; en-US was probably meant"));
  CHECK(verdict("EN_uk") == refusal("EN_uk", "; en-GB was probably meant"));
  CHECK(verdict("zh_hant_tw") == refusal("zh_hant_tw", "; zh-Hant-TW was probably meant"));
  CHECK(verdict("english_us") == refusal("english_us", "; en-US was probably meant"));
  CHECK(verdict("gr_GR") == refusal("gr_GR", "; el-GR was probably meant"));
  CHECK(verdict("e n") == refusal("e n", ""));
  CHECK(verdict("q_q") == refusal("q_q", ""));
  CHECK(verdict("") == refusal("", ""));
}

TEST_CASE("A tag may be in upper or lower case, and is returned in the usual case") {
  for (const auto& [tag, usual] :
       {std::pair("zh-hans", "zh-Hans"), std::pair("EN", "en"), std::pair("pt-br", "pt-BR"),
        std::pair("de-U-CO-phonebk", "de-u-co-phonebk"), std::pair("en-X-DESK", "en-x-desk")}) {
    CHECK(verdict(tag) == "none");
    Faults faults;
    CHECK(check_language(tag, "", {"f", 1}, faults) == usual);
  }
}

TEST_CASE("A tag that is not canonical is refused with the canonical one") {
  const auto refusal = [](const std::string& tag, const std::string& canonical) {
    return "not-canonical: \"" + tag + "\" must be written " + canonical;
  };
  for (const auto& [tag, canonical] :
       {std::pair("iw", "he"), std::pair("iw-IL", "he-IL"), std::pair("in", "id"), std::pair("sh", "sr-Latn"),
        std::pair("deu", "de"), std::pair("ger", "de"), std::pair("en-UK", "en-GB")})
    CHECK(verdict(tag) == refusal(tag, canonical));
}

TEST_CASE("An unknown language is refused with the one that is probably meant") {
  const auto refusal = [](const std::string& tag, const std::string& hint) {
    return "unknown-language: there is no language \"" + tag + "\"" + hint;
  };
  for (const auto& [tag, meant] :
       {std::pair("gr", "el"), std::pair("jp", "ja"), std::pair("cz", "cs"), std::pair("dk", "da"),
        std::pair("ua", "uk"), std::pair("cn", "zh-Hans"), std::pair("english", "en"), std::pair("german-CH", "de-CH")})
    CHECK(verdict(tag) == refusal(tag, std::string("; ") + meant + " was probably meant"));
  CHECK(verdict("xx") == refusal("xx", ""));
  CHECK(verdict("klingon") == refusal("klingon", ""));
}

TEST_CASE("A language that is hardly meant, or whose name readers will not see, causes a warning") {
  CHECK(verdict("kr") == "unlikely-language: \"kr\" is Kanuri; Korean is ko");
  CHECK(verdict("se") == "unlikely-language: \"se\" is Northern Sami; Swedish is sv");
  CHECK(verdict("tlh") == "unnamed-language: Broadside does not know the name of \"tlh\", so readers will see the tag");
}
