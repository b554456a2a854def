#include "support/problems.hpp"
#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";

} // namespace

TEST_CASE("A reply is created and listed, without its e-mail address") {
  const RunningServer server;
  const auto created = server.ask(post_json(reply_json(key, "Ça va? 👩🏽‍🔬 <b>")));
  CHECK(created.status == 201);
  const auto reply = Json::parse(created.body)["reply"];
  CHECK(reply["name"] == "Ada");
  CHECK(reply["website"] == "https://example.com");
  CHECK(reply["text"] == "Ça va? 👩🏽‍🔬 <b>");
  CHECK(reply["created"].get<std::string>().ends_with("Z"));
  CHECK(created.field("Location") ==
        "replies?branch=" + reply["id"].get<std::string>() + "#reply-" + reply["id"].get<std::string>());

  const auto listed = server.ask(get(replies_path));
  CHECK(listed.status == 200);
  CHECK(listed.field("Content-Type") == "application/json");
  CHECK(Json::parse(listed.body) == Json{{"replies", {reply}}, {"next", nullptr}, {"count", 1}, {"since", "1"}});
  CHECK((created.body + listed.body).find("ada@") == std::string::npos);
}

TEST_CASE("A reply that is sent twice with one key is kept once") {
  const RunningServer server;
  const auto first = server.ask(post_json(reply_json(key)));
  const auto second = server.ask(post_json(reply_json(key)));
  CHECK(first.status == 201);
  CHECK(second.status == 200);
  CHECK(first.body == second.body);
  CHECK(first.field("Location") == second.field("Location"));
  CHECK(Json::parse(server.ask(get(replies_path)).body)["replies"].size() == 1);
}

TEST_CASE("Another reply with the key of a kept one is refused, and the first stays as it is") {
  const RunningServer server;
  CHECK(server.ask(post_json(reply_json(key))).status == 201);
  check_problem(server.ask(post_json(reply_json(key, "Other words."))), 409, "key-taken");
  auto other_address = Json::parse(reply_json(key));
  other_address["email"] = "guess@example.com";
  const auto refused = server.ask(post_json(other_address.dump()));
  check_problem(refused, 409, "key-taken");
  CHECK(refused.field("Location").empty());
  CHECK(refused.body.find("agree") == std::string::npos);
  const auto replies = Json::parse(server.ask(get(replies_path)).body)["replies"];
  REQUIRE(replies.size() == 1);
  CHECK(replies[0]["text"] == "I *agree*.");
}

TEST_CASE(
    "A reply that is sent again without a key does not tell whether a guess at its writer's e-mail address is right") {
  const RunningServer server;
  const auto sent = [&](const std::string& email) {
    return server.ask(post_json(R"({"name": "Ada", "email": ")" + email + R"(", "text": "I agree."})"));
  };
  const auto first = sent("ada@example.com");
  CHECK(first.status == 201);
  const auto right = sent("ada@example.com");
  const auto wrong = sent("guess@example.com");
  CHECK(right.status == 200);
  CHECK(wrong.status == right.status);
  CHECK(wrong.body == right.body);
  CHECK(wrong.field("Location") == right.field("Location"));
  CHECK(right.body == first.body);

  // Anybody can make the key that was once made of a reply's content, so it must not be this reply's key.
  auto foreseen = Json::parse(reply_json("cd6ad9f6-3a4e-5b28-9c4f-4e0f0b8f7a11", "I agree."));
  foreseen["website"] = "";
  CHECK(server.ask(post_json(foreseen.dump())).status == 201);
}

TEST_CASE("A reply has the language of the article's text under which it was written") {
  const RunningServer server;
  const auto sent = [&](const std::string& number, const std::string& language) {
    auto reply = Json::parse(reply_json("aaaaaaaaaaaaaaaa" + number, number));
    reply["language"] = language;
    return Json::parse(server.ask(post_json(reply.dump())).body)["reply"];
  };
  CHECK(sent("1", "es")["language"] == "es");
  CHECK_FALSE(sent("2", "fr").contains("language"));
  CHECK_FALSE(sent("3", "\"><b>").contains("language"));
  const auto form = server.ask(
      post(replies_path + "?language=es"s, "application/x-www-form-urlencoded", "name=A&email=a%40example.com&text=4"));
  CHECK(form.status == 303);
  const auto listed = Json::parse(server.ask(get(replies_path)).body)["replies"];
  CHECK(listed[0]["language"] == "es");
  CHECK(listed[3]["language"] == "es");
}

TEST_CASE("The longest valid reply is not too large, even as a form in the longest letters") {
  const RunningServer server;
  std::string text;
  for (int i = 0; i < 10'000; ++i)
    text += "%F0%A0%AE%B7";
  const auto answer = server.ask(post(replies_path, "application/x-www-form-urlencoded",
                                      "name=Ada&email=ada%40example.com&website=&text=" + text));
  CHECK(answer.status == 303);
}

TEST_CASE("Nobody sets what only the server decides by sending it along") {
  const RunningServer server;
  auto reply = Json::parse(reply_json(key));
  const Json own = {{"id", "chosen0chosen0chosen"},
                    {"place", 99},
                    {"position", "1-00000099"},
                    {"path", "00000099"},
                    {"state", "deleted"},
                    {"answers", 1000},
                    {"listed", 0},
                    {"created", "1999-01-01T00:00:00Z"},
                    {"section", 1}};
  reply.update(own);
  const auto kept = Json::parse(server.ask(post_json(reply.dump())).body)["reply"];
  CHECK(kept["place"] == 1);
  CHECK(kept["position"] == "0-00000001");
  for (const char* name : {"id", "created"})
    CHECK(kept[name] != own[name]);
  for (const char* name : {"path", "state", "answers", "listed", "section"})
    CHECK_FALSE(kept.contains(name));
}
