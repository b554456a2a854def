#include "support/problems.hpp"
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

} // namespace

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

TEST_CASE("A busy database is answered with 503 and a time to come back, and never with success") {
  const RunningServer server(
      [](server::Options& options) { options.database_busy_timeout = std::chrono::milliseconds(50); });
  soci::session other(soci::sqlite3, "db=\"" + server.options().database + "\"");
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
  soci::session other(soci::sqlite3, "db=\"" + server.options().database + "\"");
  other << "DROP TABLE replies";
  other << "DROP TABLE schema_version";
  check_problem(server.ask(get("/v1/health")), 503, "unavailable");
  check_problem(server.ask(get(replies_path)), 503, "unavailable");
  check_problem(server.ask(post_json(reply_json(key))), 503, "unavailable");
}
