#include "support/messages.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using language::Message;
using language::Messages;

TEST_CASE("Messages are read by their names") {
  const Messages messages = tests::messages();
  CHECK(messages[Message::reply_title] == "reply_title");
  CHECK(messages[Message::byline] == "byline {authors}");
  CHECK(messages.month(1) == "m1");
  CHECK(messages.month(12) == "m12");
}

TEST_CASE("A message that is missing is named") {
  const auto messages = Messages::parse(R"({"language":"en"})");
  REQUIRE_FALSE(messages);
  CHECK(messages.error().code == "missing");
  CHECK(messages.error().where == "switch");
}

TEST_CASE("A message without its placeholder is named") {
  const auto messages = Messages::parse(R"({"language":"en","switch":"a","skip":"b","byline":"By"})");
  REQUIRE_FALSE(messages);
  CHECK(messages.error().code == "placeholder-missing");
  CHECK(messages.error().where == "byline");
}

TEST_CASE("The language switch speaks the language that it leads to") {
  CHECK(language::switch_label("es") == "Leer en español");
  CHECK(language::switch_label("es-419") == "Leer en español");
  CHECK(language::switch_label("en") == "Read in English");
  CHECK(language::switch_label("vo") == "vo");
}
