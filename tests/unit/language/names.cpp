#include "core/language/names.hpp"

#include "messages/built_in_names.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

namespace {

using Texts = std::vector<std::string>;

Texts names_of(const std::vector<std::string_view>& tags) {
  const auto found = built_in_names().qualifiers(tags);
  Texts names;
  for (std::size_t i = 0; i < tags.size(); ++i)
    names.push_back(qualified(built_in_names().endonym(tags[i]), found[i], tags[i]));
  return names;
}

} // namespace

// pkp/pkp-lib#7352, keymanapp/keyman#1275
TEST_CASE("Languages with the same name state their regions, in CLDR's words and brackets") {
  CHECK(names_of({"en", "en-GB", "es", "es-419", "pt", "pt-BR", "zh-Hant", "zh-HK"}) ==
        Texts{"English", "English (UK)", "Español", "Español (Latinoamérica)", "Português", "Português (Brasil)",
              "繁體中文", "繁體中文（香港）"});
  CHECK(names_of({"pt-PT", "pt-BR"}) == Texts{"Português (Portugal)", "Português (Brasil)"});
  CHECK(names_of({"ko", "ko-KP"}) == Texts{"한국어", "한국어(조선민주주의인민공화국)"});
  CHECK(names_of({"ar", "ar-EG"}) == Texts{"العربية", "العربية (مصر)"});
  CHECK(names_of({"zh-Hans-CN", "zh-SG"}) == Texts{"简体中文（中国）", "简体中文（新加坡）"});
  CHECK(names_of({"EN-us", "en-gb"}) == Texts{"English (US)", "English (UK)"});
}

TEST_CASE("Languages with the same name state their scripts, if the name does not") {
  CHECK(names_of({"sr", "sr-Latn"}) == Texts{"српски", "srpski (latinica)"});
  CHECK(names_of({"sr-Latn", "sr-Latn-ME"}) == Texts{"srpski (latinica)", "srpski (latinica, Crna Gora)"});
  CHECK(names_of({"sr", "sr-ME"}) == Texts{"српски", "српски (Црна Гора)"});
  CHECK(names_of({"ru", "ru-Latn"}) == Texts{"Русский", "Русский (латиница)"});
  CHECK(names_of({"ru", "ru-Latn-BY"}) == Texts{"Русский", "Русский (латиница, Беларусь)"});
}

TEST_CASE("A language with a unique name states nothing more") {
  CHECK(names_of({"en-GB", "pt-BR", "zh-HK", "zh-CN"}) == Texts{"English", "Português", "繁體中文", "简体中文"});
  CHECK(names_of({}).empty());
}

TEST_CASE("The code is shown if CLDR has no word for it, and the tag if the codes are the same") {
  CHECK(names_of({"de", "de-US"}) == Texts{"Deutsch", "Deutsch (US)"});
  CHECK(names_of({"de", "de-Cyrl"}) == Texts{"Deutsch", "Deutsch (Cyrl)"});
  CHECK(names_of({"de-CH", "de-CH-1996", "de"}) == Texts{"Deutsch (de-CH)", "Deutsch (de-CH-1996)", "Deutsch"});
  CHECK(names_of({"zh-Hant-HK", "zh-HK"}) == Texts{"繁體中文（zh-Hant-HK）", "繁體中文（zh-HK）"});
}

TEST_CASE("Without tables, a language's name is its tag") {
  const Names none;
  CHECK(none.endonym("pt-BR") == "pt-BR");
  CHECK(none.switch_label("es") == "es");
  CHECK(none.qualifiers({"pt", "pt-BR"}) == Texts{"", ""});
}

TEST_CASE("Names are read from tables with empty lines between") {
  const Names names("\nde\tDeutsch\npt\tPortuguês\n\npt-BR\tBrasil\n\nde\tAuf Deutsch lesen\n");
  CHECK(names.endonym("de-CH") == "Deutsch");
  CHECK(names.qualifiers({"pt", "pt-BR"}) == Texts{"", "Brasil"});
  CHECK(names.switch_label("de") == "Auf Deutsch lesen");
  CHECK(names.switch_label("pt") == "Português");
}
