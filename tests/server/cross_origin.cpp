#include "server/api/origin.hpp"

#include "support/running_server.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::test;
using namespace std::string_literals;

namespace {

constexpr auto key = "6f1d2c8e-0b7a-4a39-9d51-3f7c1c0a5b11";
constexpr auto allow_origin = "Access-Control-Allow-Origin";
constexpr auto listed_origin = "https://xn--zeitung--07a.test:8443";

std::string preflight(const std::string& origin) {
  return "OPTIONS "s + replies_path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin +
         "\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n";
}

std::string post_from(const std::string& origin) {
  return post(replies_path, "application/json", reply_json(key), {{"Origin", origin}});
}

RunningServer restricted() {
  return RunningServer([](server::Options& options) {
    options.allowed_origins = {listed_origin, "https://other.test"};
  });
}

} // namespace

TEST_CASE("Any page may read and write if no origin is named") {
  const RunningServer server;
  const auto answer = server.ask(preflight("https://host.test"));
  CHECK(answer.status == 204);
  CHECK(answer.body.empty());
  CHECK(answer.field(allow_origin) == "*");
  CHECK(answer.field("Access-Control-Allow-Methods") == "GET, HEAD, POST, OPTIONS");
  CHECK(answer.field("Access-Control-Allow-Headers") == "Authorization, Content-Type");
  CHECK(answer.field("Access-Control-Max-Age") == "7200");
  CHECK(answer.field("Access-Control-Allow-Credentials").empty());
  CHECK(server.ask(post_from("null")).status == 201);
  CHECK(server.ask(get(replies_path, {{"Origin", "https://host.test"}})).field(allow_origin) == "*");
}

TEST_CASE("Named origins are compared exactly") {
  const auto server = restricted();
  for (const char* origin :
       {"https://xn--zeitung--07a.test", "http://xn--zeitung--07a.test:8443", "https://other.test.",
        "https://other.test.evil.test", "https://evil-other.test", "https://OTHER.test", "https://other.test:443",
        "https://other.test/", "https://other.test, https://other.test"}) {
    INFO(origin);
    CHECK(server.ask(preflight(origin)).field(allow_origin).empty());
    CHECK(server.ask(get(replies_path, {{"Origin", origin}})).field(allow_origin).empty());
    const auto refused = server.ask(post_from(origin));
    CHECK(refused.status == 403);
    CHECK(refused.field(allow_origin).empty());
    CHECK(refused.body.find("urn:broadside:origin-refused") != std::string::npos);
  }
  CHECK(server.ask(get(replies_path)).body == R"({"replies":[],"count":0,"next":null,"since":"0"})");

  const auto answer = server.ask(preflight(listed_origin));
  CHECK(answer.field(allow_origin) == listed_origin);
  CHECK(answer.field("Vary") == "Origin");
  const auto created = server.ask(post_from(listed_origin));
  CHECK(created.status == 201);
  CHECK(created.field(allow_origin) == listed_origin);
  CHECK(created.field("Vary") == "Origin");
}

TEST_CASE("An origin may be written in several ways, as long as it names a single one") {
  for (const char* text :
       {"https://news.example", "https://news.example/", "HTTPS://News.Example:443", "https://news.example:"})
    CHECK(server::api::origin_from(text).value() == "https://news.example");
  CHECK(server::api::origin_from("http://localhost:8080/").value() == "http://localhost:8080");
  CHECK(server::api::origin_from("http://[::1]:80").value() == "http://[::1]");
  CHECK(server::api::origin_from("https://news.example:80").value() == "https://news.example:80");
  CHECK(server::api::origin_from("capacitor://localhost").value() == "capacitor://localhost");

  const RunningServer server([](server::Options& options) { options.allowed_origins = {"https://News.Example/"}; });
  CHECK(server.ask(preflight("https://news.example")).field(allow_origin) == "https://news.example");
}

TEST_CASE("A text that names no single origin is refused, with what to write") {
  for (const auto& [text, hint] : {std::pair{"*", "Leave --allow-origin out"},
                                   {"null", "names nobody"},
                                   {"news.example", "https://news.example"},
                                   {"news.example:443", "https://news.example"},
                                   {"", "https://news.example"},
                                   {"//news.example", "Write scheme"},
                                   {"https://", "Write scheme"},
                                   {"https://news.example/blog", "Write https://news.example."},
                                   {"https://news.example:8080/?x", "Write https://news.example:8080."},
                                   {"https://me@news.example", "Write https://news.example."},
                                   {"https://bücher.example", "Punycode"},
                                   {"https://*.example.com", "no single"},
                                   {"mailto:a@b.example", "Write scheme"}}) {
    INFO(text);
    const auto origin = server::api::origin_from(text);
    REQUIRE_FALSE(origin);
    CHECK(origin.error().code == "origin-malformed");
    CHECK(origin.error().message.find(hint) != std::string::npos);
  }
}

TEST_CASE("A page without an origin may not write if origins are named, and can read why") {
  const auto server = restricted();
  CHECK(server.ask(preflight("null")).field(allow_origin) == "null");
  const auto refused = server.ask(post_from("null"));
  CHECK(refused.status == 403);
  CHECK(refused.field(allow_origin) == "null");
  CHECK(server.ask(get(replies_path, {{"Origin", "null"}})).field(allow_origin).empty());
}

TEST_CASE("The server's own page, and a client that is no page, may write if origins are named") {
  const auto server = restricted();
  const auto form = [&](const Fields& fields) {
    return server.ask(
        post(replies_path, "application/x-www-form-urlencoded", "name=Ada&email=a%40b.example&text=x", fields));
  };
  CHECK(form({{"Origin", "http://localhost"}}).status == 303);
  CHECK(form({{"Origin", "https://localhost"}}).status == 303);
  CHECK(form({{"Origin", "https://localhost.evil.test"}}).status == 403);
  CHECK(form({}).status == 303);
}
