#include "support/running_server.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;
using Json = nlohmann::json;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";

std::string post_json(const std::string& body, const Fields& fields = {}) {
  return post(replies_path, "application/json", body, fields);
}

void check_problem(const Answer& answer, int status, const std::string& type) {
  CHECK(answer.status == status);
  CHECK(answer.field("Content-Type") == "application/problem+json");
  CHECK(answer.field("Access-Control-Allow-Origin") == "*");
  const auto problem = Json::parse(answer.body);
  CHECK(problem["type"] == "urn:broadside:" + type);
  CHECK(problem["status"] == status);
  CHECK_FALSE(problem["title"].get<std::string>().empty());
  CHECK_FALSE(problem["detail"].get<std::string>().empty());
}

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

TEST_CASE("Each page and each kept reply comes with the number of replies, whatever the page holds") {
  const RunningServer server;
  for (const std::string number : {"1", "2", "3"}) {
    const auto sent = server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number)));
    CHECK(Json::parse(sent.body)["count"] == std::stoi(number));
  }
  CHECK(Json::parse(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa1", "1"))).body)["count"] == 3);
  for (const char* query : {"", "?limit=1", "?limit=1&after=2", "?after=3"})
    CHECK(Json::parse(server.ask(get(replies_path + std::string(query))).body)["count"] == 3);

  write_site(server.folder(), "separate");
  const auto file = server.folder() / "site/north-korea/article.json";
  std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(9));
  CHECK(Json::parse(server.ask(get(replies_path + "?language=es"s)).body)["count"] == 0);
  CHECK(Json::parse(server.ask(get(replies_path + "?language=en"s)).body)["count"] == 3);
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

TEST_CASE("The publisher's setting of threads applies from the next request on, and loses nothing") {
  const RunningServer server;
  for (const std::string language : {"en", "es", "en"}) {
    auto reply = Json::parse(reply_json("aaaaaaaaaaaaaaaaaa", language));
    reply["language"] = language;
    reply["key"] = "aaaaaaaaaaaaaaaa" + std::to_string(server.ask(get(replies_path)).body.size());
    REQUIRE(server.ask(post_json(reply.dump())).status == 201);
  }
  const auto texts = [&](const std::string& query) {
    const auto page = Json::parse(server.ask(get(replies_path + query)).body);
    std::string all;
    for (const auto& reply : page["replies"])
      all += reply["text"].get<std::string>() + " ";
    return all;
  };
  // Files that are written one right after the other may have the same time.
  auto republish = [&, age = 100](const std::string& threads) mutable {
    write_site(server.folder(), threads);
    const auto file = server.folder() / "site/north-korea/article.json";
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - std::chrono::seconds(--age));
  };
  CHECK(texts("?language=es") == "en es en ");
  republish("separate");
  CHECK(texts("?language=es") == "es ");
  CHECK(texts("?language=en") == "en en ");
  CHECK(texts("") == "en en ");
  republish("own-first");
  CHECK(texts("?language=es") == "es en en ");
  republish("shared");
  CHECK(texts("?language=es") == "en es en ");
}

TEST_CASE("Replies come in pages, the oldest first") {
  const RunningServer server;
  for (const std::string number : {"1", "2", "3"})
    REQUIRE(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number))).status == 201);

  const auto first = Json::parse(server.ask(get(replies_path + "?limit=2"s)).body);
  CHECK(first["replies"].size() == 2);
  CHECK(first["replies"][0]["text"] == "1");
  const auto next = first["next"].get<std::string>();
  const auto second = Json::parse(server.ask(get(replies_path + "?utm_source=mail&limit=2&after="s + next)).body);
  CHECK(second["replies"].size() == 1);
  CHECK(second["replies"][0]["text"] == "3");
  CHECK(second["next"].is_null());

  for (const char* query : {"?limit=0",
                            "?limit=101",
                            "?limit=x",
                            "?limit=",
                            "?after=-1",
                            "?after=x",
                            "?after=99999999999999999999",
                            "?after=1&limit=1x",
                            "?after=1.0",
                            "?after=1.2",
                            "?after=.1",
                            "?after=0-",
                            "?after=0-x",
                            "?after=2-00000001",
                            "?after=0-0000001",
                            "?order=",
                            "?order=best",
                            "?since=1&branch=x",
                            "?since=-1",
                            "?since=",
                            "?since=x",
                            "?since=99",
                            "?since=1&after=1"})
    check_problem(server.ask(get(replies_path + std::string(query))), 400, "malformed");
}

TEST_CASE("A client that has read a page learns what has changed since, including deletions") {
  const RunningServer server;
  for (const std::string number : {"1", "2"})
    REQUIRE(server.ask(post_json(reply_json("aaaaaaaaaaaaaaaa" + number, number))).status == 201);
  const auto page = Json::parse(server.ask(get(replies_path)).body);
  const auto asked = [&](const std::string& since) {
    return Json::parse(server.ask(get(replies_path + "?since="s + since)).body);
  };
  CHECK(asked(page["since"]) ==
        Json{{"changes", Json::array()}, {"count", 2}, {"since", page["since"]}, {"more", false}});

  soci::session other(soci::sqlite3, "db=\"" + server.options().database.string() + "\"");
  other << "UPDATE replies SET text = 'edited' WHERE place = 1";
  other << "DELETE FROM replies WHERE place = 2";
  const auto answer =
      server.ask(get(replies_path + "?since="s + page["since"].get<std::string>(), {{"Accept", "text/html"}}));
  CHECK(answer.field("Content-Type") == "application/json");
  CHECK(answer.field("Cache-Control") == "no-cache");
  auto edited = page["replies"][0];
  edited["text"] = "edited";
  const Json gone = {{"id", page["replies"][1]["id"]}, {"place", 2}, {"gone", true}};
  const auto changes = Json::parse(answer.body);
  CHECK(changes["changes"] == Json::array({edited, gone}));
  CHECK(changes["count"] == 1);
  CHECK_FALSE(changes["more"]);
  CHECK(asked("0&limit=1")["more"]);
}

TEST_CASE("The answer to an invalid reply states which field is wrong and why") {
  const RunningServer server;
  const auto answer = server.ask(post_json(R"({"name": " ", "email": "nobody", "text": "x"})"));
  check_problem(answer, 422, "invalid-reply");
  CHECK(Json::parse(answer.body)["problems"] ==
        Json::parse(R"([{"field": "name", "code": "missing"}, {"field": "email", "code": "malformed"}])"));
  check_problem(server.ask(post_json("{}")), 422, "invalid-reply");
  check_problem(server.ask(post_json(reply_json(key, std::string(10'001, 'x')))), 422, "invalid-reply");
}

TEST_CASE("JSON of another shape is refused, with the member's name") {
  const RunningServer server;
  const auto detail = [&](const std::string& body) {
    const auto answer = server.ask(post_json(body));
    check_problem(answer, 400, "malformed");
    return Json::parse(answer.body)["detail"].get<std::string>();
  };
  CHECK(detail(R"({"name": 7})").starts_with("name: "));
  CHECK(detail(R"({"name": "Ada", "text": ["x"]})").starts_with("text: "));
  CHECK(detail(R"({"name": "Ada", "name": "Bob"})").starts_with("name: "));
  CHECK(detail(reply_json("short")).starts_with("key: "));
  CHECK(detail(reply_json("not a key, not a key")).starts_with("key: "));
  for (const auto& body : {""s, "{"s, "[]"s, "null"s, "\"x\""s, "{\"name\": \"\xff\"}"s,
                           "{\"name\": \"\xed\xa0\x80\"}"s, R"({"name": "\ud800"})"s, "{\"name\": \"a\0b\"}"s,
                           std::string(60'000, '['), "{\"x\":" + std::string(60'000, '1') + "}"})
    detail(body);
  CHECK(server.ask(get("/v1/health")).status == 200);
}

TEST_CASE("Other types than JSON and forms are refused") {
  const RunningServer server;
  for (const char* type : {"multipart/form-data; boundary=x", "text/plain", "application/jsonx", ""}) {
    const auto answer = server.ask(post(replies_path, type, reply_json(key)));
    check_problem(answer, 415, "unsupported-media-type");
    CHECK(answer.field("Accept-Post") == "application/json, application/x-www-form-urlencoded");
  }
  CHECK(server.ask(post(replies_path, "Application/JSON; charset=utf-8", reply_json(key))).status == 201);
}

TEST_CASE("A request that is too large is refused in a way that a page can read") {
  const RunningServer server;
  check_problem(server.ask(post_json(std::string(200'000, 'x'))), 413, "too-large");
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

TEST_CASE("An unknown article or path is answered with 404") {
  const RunningServer server;
  for (const char* id : {"no-such", "..", "%2e%2e", "north-korea%00", "..%2Fsite%2Fnorth-korea", "North-Korea", ""})
    check_problem(server.ask(get("/v1/articles/"s + id + "/replies")), 404, "unknown-article");
  check_problem(server.ask(post("/v1/articles/no-such/replies", "application/json", reply_json(key))), 404,
                "unknown-article");
  for (const char* path :
       {"/", "/v1", "/v1/health/", "/v1/articles/north-korea", "//v1/health", "/v1/articles/north-korea/replies/x/"})
    check_problem(server.ask(get(path)), 404, "not-found");
  check_problem(server.ask(get("/%zz")), 400, "malformed");
  check_problem(server.ask(get("/v1/health?%ff")), 400, "malformed");
}

TEST_CASE("A method that a path does not have is answered with those that it has") {
  const RunningServer server;
  auto answer = server.ask("DELETE "s + replies_path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  check_problem(answer, 405, "method-not-allowed");
  CHECK(answer.field("Allow") == "GET, HEAD, POST, OPTIONS");
  answer = server.ask(post("/v1/health", "application/json", "{}"));
  check_problem(answer, 405, "method-not-allowed");
  CHECK(answer.field("Allow") == "GET, HEAD, OPTIONS");
}

TEST_CASE("An article that takes no more replies still shows them") {
  const RunningServer server;
  check_problem(server.ask(post("/v1/articles/old-news/replies", "application/json", reply_json(key))), 403,
                "replies-closed");
  CHECK(server.ask(get("/v1/articles/old-news/replies")).status == 200);
}

TEST_CASE("The server notices articles that are published while it runs") {
  const RunningServer server;
  const auto site = server.options().site;
  std::filesystem::rename(site / "old-news", site / "gone");
  check_problem(server.ask(get("/v1/articles/old-news/replies")), 404, "unknown-article");

  std::filesystem::copy_file(site / "north-korea" / "article.json", site / "gone" / "article.json",
                             std::filesystem::copy_options::overwrite_existing);
  check_problem(server.ask(get("/v1/articles/gone/replies")), 404, "unknown-article"); // the file holds another id

  const auto file = site / "north-korea" / "article.json";
  std::filesystem::resize_file(file, 10); // as if it were being written
  CHECK(server.ask(get(replies_path)).status == 200);
  std::filesystem::remove(file);
  check_problem(server.ask(get(replies_path)), 404, "unknown-article");
}

TEST_CASE("A busy database is answered with 503 and a time to come back, and never with success") {
  const RunningServer server(
      [](server::Options& options) { options.database_busy_timeout = std::chrono::milliseconds(50); });
  soci::session other(soci::sqlite3, "db=\"" + server.options().database.string() + "\"");
  other << "BEGIN IMMEDIATE";
  const auto busy = server.ask(post_json(reply_json(key)));
  check_problem(busy, 503, "unavailable");
  CHECK(busy.field("Retry-After") == "5");
  CHECK(server.ask(get("/v1/health")).status == 200);
  other << "ROLLBACK";
  CHECK(server.ask(post_json(reply_json(key))).status == 201);
}

TEST_CASE("A damaged database is answered with 503, and health reports it") {
  const RunningServer server;
  soci::session other(soci::sqlite3, "db=\"" + server.options().database.string() + "\"");
  other << "DROP TABLE replies";
  other << "DROP TABLE schema_version";
  check_problem(server.ask(get("/v1/health")), 503, "unavailable");
  check_problem(server.ask(get(replies_path)), 503, "unavailable");
  check_problem(server.ask(post_json(reply_json(key))), 503, "unavailable");
}

TEST_CASE("A reply answers another one, and pages are in either order") {
  const RunningServer server;
  const auto send = [&](const std::string& text, const std::string& parent = "") {
    auto reply = Json::parse(reply_json("aaaaaaaaaaaaaaaa" + text, text));
    reply["parent"] = parent;
    const auto answer = server.ask(post_json(reply.dump()));
    REQUIRE(answer.status == 201);
    return Json::parse(answer.body)["reply"];
  };
  const auto texts = [&](const std::string& query) {
    std::string all;
    const auto page = Json::parse(server.ask(get(replies_path + query)).body);
    for (const auto& reply : page["replies"])
      all += reply["text"].get<std::string>() + " ";
    return all;
  };
  const auto a = send("a");
  const auto b = send("b");
  const auto a1 = send("a1", a["id"]);
  send("a2", a["id"]);
  const auto a11 = send("a11", a1["id"]);
  CHECK(a11["answers"] == 3);
  CHECK(a11["parent"] == Json{{"id", a1["id"]}, {"name", "Ada"}});
  CHECK(a11["position"].get<std::string>().starts_with(a1["position"].get<std::string>()));
  CHECK_FALSE(a.contains("parent"));

  CHECK(texts("") == "a a1 a11 a2 b ");
  CHECK(texts("?order=oldest") == texts(""));
  CHECK(texts("?order=newest") == "b a a1 a11 a2 ");
  CHECK(texts("?order=oldest&limit=2&after=" + a1["position"].get<std::string>()) == "a11 a2 ");
  CHECK(texts("?branch=" + a1["id"].get<std::string>()) == "a a1 a11 a2 ");
  CHECK(texts("?branch=" + b["id"].get<std::string>()) == "b ");
  for (const char* id : {"0", "00000000000000000000", "%00", "'", "../x"})
    check_problem(server.ask(get(replies_path + "?branch="s + id)), 404, "unknown-reply");

  auto late = Json::parse(reply_json(key, "late"));
  for (const char* id : {"00000000000000000000", "x", "' OR 1=1 --"}) {
    late["parent"] = id;
    check_problem(server.ask(post_json(late.dump())), 409, "parent-gone");
  }
  late["parent"] = 7;
  check_problem(server.ask(post_json(late.dump())), 400, "malformed");
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
