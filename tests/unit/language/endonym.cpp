#include "core/language/endonym.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

namespace {

using Names = std::vector<std::string>;

Names names_of(const std::vector<std::string_view>& tags) {
  const auto found = qualifiers(tags);
  Names names;
  for (std::size_t i = 0; i < tags.size(); ++i)
    names.push_back(qualified(endonym(tags[i]), found[i], tags[i]));
  return names;
}

} // namespace

// pkp/pkp-lib#7352, keymanapp/keyman#1275
TEST_CASE("Languages with the same name state their regions, in CLDR's words and brackets") {
  CHECK(names_of({"en", "en-GB", "es", "es-419", "pt", "pt-BR", "zh-Hant", "zh-HK"}) ==
        Names{"English", "English (UK)", "Español", "Español (Latinoamérica)", "Português", "Português (Brasil)",
              "繁體中文", "繁體中文（香港）"});
  CHECK(names_of({"pt-PT", "pt-BR"}) == Names{"Português (Portugal)", "Português (Brasil)"});
  CHECK(names_of({"ko", "ko-KP"}) == Names{"한국어", "한국어(조선민주주의인민공화국)"});
  CHECK(names_of({"ar", "ar-EG"}) == Names{"العربية", "العربية (مصر)"});
  CHECK(names_of({"zh-Hans-CN", "zh-SG"}) == Names{"简体中文（中国）", "简体中文（新加坡）"});
  CHECK(names_of({"EN-us", "en-gb"}) == Names{"English (US)", "English (UK)"});
}

TEST_CASE("Languages with the same name state their scripts, if the name does not") {
  CHECK(names_of({"sr", "sr-Latn"}) == Names{"српски", "srpski (latinica)"});
  CHECK(names_of({"sr-Latn", "sr-Latn-ME"}) == Names{"srpski (latinica)", "srpski (latinica, Crna Gora)"});
  CHECK(names_of({"sr", "sr-ME"}) == Names{"српски", "српски (Црна Гора)"});
  CHECK(names_of({"ru", "ru-Latn"}) == Names{"Русский", "Русский (латиница)"});
  CHECK(names_of({"ru", "ru-Latn-BY"}) == Names{"Русский", "Русский (латиница, Беларусь)"});
}

TEST_CASE("A language with a unique name states nothing more") {
  CHECK(names_of({"en-GB", "pt-BR", "zh-HK", "zh-CN"}) == Names{"English", "Português", "繁體中文", "简体中文"});
  CHECK(names_of({}).empty());
}

TEST_CASE("The code is shown if CLDR has no word for it, and the tag if the codes are the same") {
  CHECK(names_of({"de", "de-US"}) == Names{"Deutsch", "Deutsch (US)"});
  CHECK(names_of({"de", "de-Cyrl"}) == Names{"Deutsch", "Deutsch (Cyrl)"});
  CHECK(names_of({"de-CH", "de-CH-1996", "de"}) == Names{"Deutsch (de-CH)", "Deutsch (de-CH-1996)", "Deutsch"});
  CHECK(names_of({"zh-Hant-HK", "zh-HK"}) == Names{"繁體中文（zh-Hant-HK）", "繁體中文（zh-HK）"});
}
