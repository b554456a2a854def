#include "support/messages.hpp"
#include "messages/built_in_names.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using language::Message;
using language::Messages;

TEST_CASE("Messages are read by their names") {
  const Messages messages = tests::messages();
  CHECK(messages[Message::reply_title] == "reply_title");
  CHECK(messages[Message::byline] == "byline {authors}");
  CHECK(messages.formats().months.front() == "m1");
  CHECK(messages.formats().months.back() == "m12");
}

TEST_CASE("A missing message is named in the error") {
  const auto messages = Messages::parse(R"({"language":"en"})");
  REQUIRE_FALSE(messages);
  CHECK(messages.error().code == "missing");
  CHECK(messages.error().where == "switch");
}

TEST_CASE("A message without its placeholder is named in the error") {
  const auto messages = Messages::parse(R"({"language":"en","switch":"a","skip":"b","byline":"By"})");
  REQUIRE_FALSE(messages);
  CHECK(messages.error().code == "placeholder-missing");
  CHECK(messages.error().where == "byline");
}

// lukevella/rallly#3151
TEST_CASE("A counted message has exactly the plural categories that the language has") {
  const auto fault = [](const std::string& language, const std::string& from, const std::string& to) {
    std::string json = tests::messages_json(language);
    json.replace(json.find(from), from.size(), to);
    const auto messages = Messages::parse(json);
    return messages ? "none" : messages.error().where + " " + messages.error().code;
  };
  const std::string both = R"({"one":"replies_title_one {count}","other":"replies_title {count}"})";
  CHECK(fault("en", both, both) == "none");
  CHECK(fault("en", both, R"({"other":"{count}"})") == "replies_title.one missing");
  CHECK(fault("en", both, R"({"one":"{count}","few":"{count}","other":"{count}"})") ==
        "replies_title.few unknown-category");
  CHECK(fault("en", both, R"({"one":"{count}","some":"{count}","other":"{count}"})") ==
        "replies_title.some unknown-category");
  CHECK(fault("en", both, R"("{count} replies")") == "replies_title wrong-type");
  CHECK(fault("pl", both, both) == "replies_title.other unknown-category");
  CHECK(fault("ja", both, R"({"other":"{count}"})") == "minutes_ago.one unknown-category");
  SECTION("the number in each, except where it can be only one") {
    CHECK(fault("en", both, R"({"one":"One reply","other":"{count}"})") == "none");
    CHECK(fault("en", both, R"({"one":"{count}","other":"Replies"})") == "replies_title.other placeholder-missing");
    CHECK(fault("ru", both, R"({"one":"Один ответ","few":"{count}","many":"{count}"})") ==
          "replies_title.one placeholder-missing");
  }
}

TEST_CASE("The language switch is labelled in the language to which it leads") {
  CHECK(language::built_in_names().switch_label("es") == "Leer en español");
  CHECK(language::built_in_names().switch_label("es-419") == "Leer en español");
  CHECK(language::built_in_names().switch_label("en") == "Read in English");
  CHECK(language::built_in_names().switch_label("zh-TW") == "閱讀繁體中文版");
  CHECK(language::built_in_names().switch_label("nn") == language::built_in_names().switch_label("nb"));
  SECTION("with the language's name, if Broadside has no words in it") {
    CHECK(language::built_in_names().switch_label("pcm") == "Naijíriá Píjin");
    CHECK(language::built_in_names().switch_label("sr-Latn") == "srpski (latinica)");
    CHECK(language::built_in_names().switch_label("vo") == "vo");
  }
}
