#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Catch::Contains;
using Json = nlohmann::json;

namespace {

constexpr auto atom = "/v1/articles/north-korea/replies.atom";
constexpr auto json_feed = "/v1/articles/north-korea/replies.json";

void send(const RunningServer& server, const std::string& text, const std::string& language = "en") {
  const Json reply = {{"name", "Ada <L.>"}, {"email", "ada@example.com"}, {"text", text}, {"language", language}};
  REQUIRE(server.ask(post_json(reply.dump())).status == 201);
}

} // namespace

TEST_CASE("A feed has the latest replies first, as harmless HTML, and no e-mail address") {
  const RunningServer server;
  send(server, "First *one*.");
  send(server, "<script>alert(1)</script> & [x](javascript:alert(1)) \uFFFE", "es");
  const auto answer = server.ask(get(atom));
  CHECK(answer.status == 200);
  CHECK(answer.field("Content-Type") == "application/atom+xml; charset=utf-8");
  const auto& body = answer.body;
  CHECK_THAT(body, Contains("<title>Replies: News &amp; &lt;more&gt;</title>") || Contains("<title>Replies: Noticias"));
  CHECK_THAT(body, Contains("&lt;em&gt;one&lt;/em&gt;") && Contains("<name>Ada &lt;L.&gt;</name>"));
  CHECK_THAT(body, Contains("href=\"https://news.example/es/#reply-") && Contains("xml:lang=\"es\""));
  CHECK_THAT(body, !Contains("<script") && !Contains("&lt;script") && !Contains("javascript:alert(1)\"") &&
                       !Contains("ada@example.com") && !Contains("\xEF\xBF\xBE"));
  CHECK(body.find("xml:lang=\"es\"") < body.find("one&lt;/em&gt;"));

  const auto feed = Json::parse(server.ask(get(json_feed)).body);
  CHECK(feed["version"] == "https://jsonfeed.org/version/1.1");
  REQUIRE(feed["items"].size() == 2);
  CHECK(feed["items"][1]["authors"][0]["name"] == "Ada <L.>");
  CHECK_THAT(feed["items"][1]["content_html"].get<std::string>(), Contains("<em>one</em>"));
  CHECK(Json::parse(server.ask(get("/v1/replies.json")).body)["items"] == feed["items"]);
  CHECK_THAT(server.ask(get("/v1/replies.atom")).body,
             Contains("<title>Replies</title>") && Contains("Ada &lt;L.&gt;: "));
  CHECK(server.ask(get("/v1/articles/none/replies.atom")).status == 404);
  CHECK(Json::parse(server.ask(get("/v1/articles/old-news/replies.json")).body)["items"].empty());
}

TEST_CASE("A feed that a client has is not sent again until there is more") {
  const RunningServer server;
  send(server, "One.");
  const auto tag = server.ask(get(atom)).field("ETag");
  const auto again = [&] { return server.ask(get(atom, {{"If-None-Match", tag}}), Expecting::head_only).status; };
  CHECK(again() == 304);
  send(server, "Two.");
  CHECK(again() == 200);
}

TEST_CASE("A feed and a count have what readers see alone") {
  const RunningServer server([](server::Options& options) { options.policy.hold_links = 1; });
  send(server, "Seen.");
  send(server, "Held: https://spam.example");
  CHECK(Json::parse(server.ask(get(json_feed)).body)["items"].size() == 1);
  const auto counts = server.ask(get("/v1/counts?article=north-korea&article=old-news&article=none"));
  CHECK(Json::parse(counts.body) == Json{{"counts", {{"north-korea", 1}, {"old-news", 0}, {"none", 0}}}});
  CHECK(counts.field("Access-Control-Allow-Origin") == "*");
  CHECK(server.ask(get("/v1/counts")).status == 400);
  std::string many = "/v1/counts?article=a";
  for (int i = 0; i < 100; ++i)
    many += "&article=a";
  CHECK(server.ask(get(many)).status == 400);
  CHECK_THAT(server.ask(get("/broadside-counts.js")).body, Contains("data-broadside-replies"));
}
