#include "core/language/lookup.hpp"
#include "core/language/script.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

TEST_CASE("A tag is canonical in its letters, its language and the script of Chinese") {
  CHECK(canonical("EN-us") == "en-US");
  CHECK(canonical("ZH-hant-tw") == "zh-Hant-TW");
  CHECK(canonical("zh-hk") == "zh-Hant-HK");
  CHECK(canonical("zh-SG") == "zh-Hans-SG");
  CHECK(canonical("zh-US") == "zh-Hant-US"); // browsers have the same, from CLDR's likely subtags
  CHECK(canonical("cmn-TW") == "zh-Hant-TW");
  CHECK(canonical("sh-RS") == "sr-Latn-RS");
  CHECK(canonical("sh-Cyrl") == "sr-Cyrl");
  CHECK(canonical("arb") == "ar");
  CHECK(canonical("zh") == "zh");
  CHECK(canonical("iw-IL") == "he-IL");
  CHECK(canonical("es-419") == "es-419");
  CHECK(canonical("en-u-ca-GREGORY") == "en-u-ca-gregory");
  CHECK(canonical("").empty());
}

TEST_CASE("The scripts of a language tell whether it is Chinese, Japanese or Korean") {
  for (const char* tag : {"zh", "zh-Hant", "cmn", "yue", "JA", "ko-KR", "ryu", "jje", "lzh"})
    CHECK(is_cjk(tag));
  for (const char* tag : {"en", "vi", "mn", "", "x"})
    CHECK_FALSE(is_cjk(tag));
}

TEST_CASE("A tag is shortened as RFC 4647 does") {
  CHECK(shortened("zh-Hant-CN-x-private1-private2") == "zh-Hant-CN-x-private1");
  CHECK(shortened("zh-Hant-CN-x-private1") == "zh-Hant-CN");
  CHECK(shortened("en").empty());
  CHECK(shortened("").empty());
}

TEST_CASE("The interface's words are found by language and script") {
  const auto language_of = [](std::string_view tag) { return built_in_messages(tag).language(); };
  for (const char* tag : {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW", "zh-hant-x-a"})
    CHECK(language_of(tag) == "zh-Hant");
  for (const char* tag : {"zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK", "cmn"})
    CHECK(language_of(tag) == "zh-Hans");
  for (const char* tag : {"no", "nn", "nb", "nn-NO", "NO"})
    CHECK(language_of(tag) == "nb");
  CHECK(language_of("iw") == "he");
  CHECK(language_of("in") == "id");
  CHECK(language_of("pt-PT") == "pt");
  CHECK(language_of("ru-Cyrl") == "ru");
  SECTION("in English if there are none, or none in that script") {
    for (const char* tag : {"sr", "sr-Latn", "az-Arab", "ku", "pcm", "yue", "zh-Latn", "ru-Latn", "hi-Latn", "und", ""})
      CHECK(language_of(tag) == "en");
  }
}

TEST_CASE("Languages are called by their own names") {
  CHECK(built_in_names().endonym("de") == "Deutsch");
  CHECK(built_in_names().endonym("de-CH") == "Deutsch");
  CHECK(built_in_names().endonym("es") == "Español");
  CHECK(built_in_names().endonym("sa") == "संस्कृत भाषा");
  CHECK(built_in_names().endonym("nn") == "norsk nynorsk");
  CHECK(built_in_names().endonym("zh") == "中文");
  CHECK(built_in_names().endonym("zh-TW") == "繁體中文");
  CHECK(built_in_names().endonym("zh-CN") == "简体中文");
  CHECK(built_in_names().endonym("sr-Cyrl-RS") == "српски (ћирилица)");
  CHECK(built_in_names().endonym("iw") == "עברית");
  SECTION("by their tag if the name is not known") {
    CHECK(built_in_names().endonym("x-klingon") == "x-klingon");
    CHECK(built_in_names().endonym("tlh") == "tlh");
    CHECK(built_in_names().endonym("").empty());
    CHECK(built_in_names().endonym("\n").size() == 1);
  }
}
