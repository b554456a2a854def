#include "core/language/script.hpp"

#include <catch2/catch.hpp>

using namespace broadside::language;

TEST_CASE("A language is mostly written in one script") {
  CHECK(usual_script("ru") == "Cyrl");
  CHECK(usual_script("ja") == "Jpan");
  CHECK(usual_script("az") == "Latn");
  CHECK(usual_script("de") == "Latn");
  CHECK(usual_script("tlh") == "Latn");
  CHECK(usual_script("") == "Latn");
}

TEST_CASE("A text keeps the tag of the language in which it was probably written") {
  CHECK(tag_of_text("An answer", "en") == "en");
  CHECK(tag_of_text("An answer", "en-GB") == "en-GB");
  CHECK(tag_of_text("Ответ", "ru") == "ru");
  CHECK(tag_of_text("Одговор и odgovor", "sr") == "sr");
  CHECK(tag_of_text("odgovor", "sr") == "sr");
  CHECK(tag_of_text("漢字だけ", "ja") == "ja");
  CHECK(tag_of_text("這是漢字", "ja") == "ja");
  CHECK(tag_of_text("這是漢字", "yue") == "yue");
  CHECK(tag_of_text("大韓民國", "ko") == "ko");
  SECTION("if some of it is in another script") {
    CHECK(tag_of_text("I read שלום", "en") == "en");
    CHECK(tag_of_text("WebAssemblyとEmscriptenで試しました", "ja") == "ja");
    CHECK(tag_of_text("Смотрите https://example.org/a/very/long/address/in/latin", "ru") == "ru");
  }
  SECTION("if nothing shows the script") {
    CHECK(tag_of_text("", "he") == "he");
    CHECK(tag_of_text("123 👍 https://example.org/", "he") == "he");
    CHECK(tag_of_text("\xFF\xC3", "he") == "he");
    CHECK(tag_of_text("שלום", "").empty());
    CHECK(tag_of_text("שלום", "tlh") == "tlh");
  }
}

TEST_CASE("A text that is clearly in another script has a tag of that script alone") {
  CHECK(tag_of_text("שלום לכולם", "en") == "und-Hebr");
  CHECK(tag_of_text("An answer", "he") == "und-Latn");
  CHECK(tag_of_text("An answer", "ru") == "und-Latn");
  CHECK(tag_of_text("ответ", "ru-Latn") == "und-Cyrl");
  CHECK(tag_of_text("日本語の返信です", "en") == "und-Jpan");
  CHECK(tag_of_text("日本語の返信です", "zh-Hans") == "und-Jpan");
  CHECK(tag_of_text("日本国憲法の前文", "en") == "und-Jpan");
  CHECK(tag_of_text("这是一个回复", "en") == "und-Hani");
  CHECK(tag_of_text("답글입니다", "ja") == "und-Kore");
  CHECK(tag_of_text("उत्तर", "th") == "und-Deva");
  CHECK(tag_of_text("ответ שלום ответ", "en") == "und-Cyrl");
}
