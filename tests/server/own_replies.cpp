#include "support/running_server.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <string>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "0123456789abcdef0123";

/// One reply that was sent to a server, and its writer's token.
struct Own {
  explicit Own(const RunningServer& running) : server(running) {
    const auto kept = Json::parse(server.ask(post(replies_path, "application/json", reply_json(key))).body);
    path = replies_path + "/"s + kept["reply"]["id"].get<std::string>();
    token = kept["token"];
  }

  Answer edit(const std::string& body, Fields fields) const { return ask("PATCH", body, std::move(fields)); }
  Answer edit(const std::string& body) const { return edit(body, {{"Authorization", "Bearer " + token}}); }
  Answer remove(Fields fields) const { return ask("DELETE", "", std::move(fields)); }
  Answer remove() const { return remove({{"Authorization", "Bearer " + token}}); }

  Answer ask(const std::string& method, const std::string& body, Fields fields) const {
    const auto request = post(path, "application/json", body, fields);
    return server.ask(method + request.substr(4));
  }

  Json listed() const { return Json::parse(server.ask(get(replies_path)).body)["replies"]; }

  const RunningServer& server;
  std::string path, token;
};

} // namespace

TEST_CASE("One's own reply is edited and deleted with the token that posting returned") {
  const RunningServer server;
  const Own own(server);
  const auto edited = own.edit(R"({"text": "Better <script>alert(1)</script>."})");
  CHECK(edited.status == 200);
  CHECK(Json::parse(edited.body)["reply"]["text"] == "Better <script>alert(1)</script>.");
  CHECK_FALSE(Json::parse(edited.body).contains("token"));
  CHECK(own.listed()[0]["text"] == "Better <script>alert(1)</script>.");
  const auto shown = server.ask(get(replies_path, {{"Accept", "text/html"}}));
  CHECK(shown.body.find("<script>") == std::string::npos);

  const auto removed = own.remove();
  CHECK(removed.status == 200);
  CHECK(Json::parse(removed.body)["reply"]["state"] == "deleted");
  CHECK(Json::parse(removed.body)["reply"]["text"] == "");
  CHECK(Json::parse(removed.body)["count"] == 0);
  CHECK(own.listed().empty());
  CHECK(own.remove().status == 403);
}

TEST_CASE("Nobody changes a reply without its token, wherever else it is sent") {
  const RunningServer server;
  const Own own(server);
  const auto body = R"({"text": "Mine.", "token": ")" + own.token + "\"}";
  for (const Fields& fields :
       {Fields{}, Fields{{"Authorization", "Bearer "}}, Fields{{"Authorization", own.token}},
        Fields{{"Authorization", "Basic " + own.token}}, Fields{{"Cookie", "token=" + own.token}},
        Fields{{"Authorization", "Bearer ' OR ''='"}}}) {
    CHECK(own.edit(body, fields).status == 403);
    CHECK(own.remove(fields).status == 403);
  }
  Own elsewhere = own;
  elsewhere.path = replies_path + "/00000000000000000000"s;
  CHECK(elsewhere.edit(body).status == 403);
  elsewhere.path = "/v1/articles/no-such/replies/" + own.path.substr(own.path.rfind('/') + 1);
  CHECK(elsewhere.edit(body).status == 404);
  elsewhere.path = "/v1/articles/old-news/replies/" + own.path.substr(own.path.rfind('/') + 1);
  CHECK(elsewhere.edit(body).status == 403);
  CHECK(own.listed()[0]["text"] == "I *agree*.");
}

TEST_CASE("An edit changes the text and nothing else, and is validated as a new reply is") {
  const RunningServer server;
  const Own own(server);
  auto before = own.listed()[0];
  CHECK(own.edit(R"({"text": "Other.", "name": "Eve", "email": "eve@example.com", "website": "https://eve.example",
                     "state": "published", "parent": "x", "created": "1999-01-01T00:00:00Z", "place": 9})")
            .status == 200);
  before["text"] = "Other.";
  CHECK(own.listed()[0] == before);
  for (const char* body : {R"({"text": ""})", R"({"text": " "})", "{}"})
    CHECK(own.edit(body).status == 422);
  CHECK(own.edit(R"({"text": 7})").status == 400);
  CHECK(own.edit("{").status == 400);
  CHECK(own.edit(R"({"text": ")" + std::string(10'001, 'x') + "\"}").status == 422);
  const auto as_form =
      post(own.path, "application/x-www-form-urlencoded", "text=x", {{"Authorization", "Bearer " + own.token}});
  CHECK(server.ask("PATCH" + as_form.substr(4)).status == 415);
}

TEST_CASE("Pages of other origins change no reply where only some may write") {
  const RunningServer server([](server::Options& options) { options.allowed_origins = {"https://news.example"}; });
  const Own own(server);
  const Fields from_elsewhere = {{"Authorization", "Bearer " + own.token}, {"Origin", "https://evil.example"}};
  CHECK(own.edit(R"({"text": "x"})", from_elsewhere).status == 403);
  CHECK(own.remove(from_elsewhere).status == 403);
  const auto preflight =
      server.ask("OPTIONS " + own.path + " HTTP/1.1\r\nHost: x\r\nOrigin: https://news.example\r\n\r\n");
  CHECK(preflight.field("Access-Control-Allow-Methods") == "PATCH, DELETE, OPTIONS");
  CHECK(preflight.field("Access-Control-Allow-Headers").find("Authorization") != std::string::npos);
  CHECK(own.edit(R"({"text": "x"})", {{"Authorization", "Bearer " + own.token}, {"Origin", "https://news.example"}})
            .status == 200);
}

TEST_CASE("A held reply is shown to its writer alone, and a form's writer is told that it waits") {
  const RunningServer server([](server::Options& options) { options.policy.hold = server::replies::Hold::everybody; });
  const auto kept = server.ask(post(replies_path, "application/json", reply_json(key)));
  CHECK(kept.status == 201);
  CHECK(Json::parse(kept.body)["reply"]["state"] == "waiting");
  CHECK(Json::parse(kept.body)["count"] == 0);
  const auto id = Json::parse(kept.body)["reply"]["id"].get<std::string>();
  for (const auto& query : {""s, "?since=0"s, "?order=newest"s, "?branch=" + id})
    CHECK(server.ask(get(replies_path + query)).body.find("agree") == std::string::npos);
  CHECK(server.ask(get(replies_path + "?since=0"s)).body.find(id) == std::string::npos);

  const auto form = server.ask(post(replies_path + "?language=en"s, "application/x-www-form-urlencoded",
                                    "name=Bob&email=b%40c.example&text=Held"));
  CHECK(form.status == 303);
  CHECK(form.field("Location") == "replies?language=en&sent=waiting");
  const auto page = server.ask(get(replies_path + "?language=en&sent=waiting"s, {{"Accept", "text/html"}}));
  CHECK(page.body.find("once it has been approved") != std::string::npos);
  CHECK(page.body.find("Held") == std::string::npos);
}
