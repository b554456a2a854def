#include "core/json/cursor.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using json::Cursor;
using json::Presence;

namespace {

std::string error_of(std::string_view text, const json::Limits& limits = {}) {
  const auto value = json::parse(text, limits);
  return value ? "none" : value.error().code;
}

template <typename Read> Error fault(std::string_view text, Read read) {
  const auto value = json::parse(text);
  REQUIRE(value);
  json::Reading reading;
  read(Cursor(*value, reading));
  return reading.error.value_or(Error{"none", "", ""});
}

} // namespace

TEST_CASE("JSON is read strictly") {
  CHECK(error_of(R"({"a":[1,-2.5e3,true,null,"é\n"]})") == "none");
  for (const char* text :
       {"", "{", "[1,]", "{\"a\":1}x", "'a'", "[01]", "nul", "{a:1}", "\"\xff\"", "\"\\ud800\"", "1e999"})
    CHECK(error_of(text) == "malformed");
}

TEST_CASE("A member that occurs twice is refused") {
  const auto value = json::parse(R"({"a":{"b":1,"c":2,"b":3}})");
  REQUIRE_FALSE(value);
  CHECK(value.error().code == "duplicate-member");
  CHECK(value.error().where == "b");
}

TEST_CASE("JSON is bounded in size, depth and number of values") {
  json::Limits limits;
  limits.bytes = 10;
  CHECK(error_of("[1,2,3,4,5]", limits) == "too-large");
  CHECK(error_of(std::string(128, '[') + std::string(128, ']')) == "none");
  CHECK(error_of(std::string(129, '[') + std::string(129, ']')) == "too-deep");
  CHECK(error_of(std::string(100'000, '[')) == "too-deep");
  limits = {};
  limits.values = 3;
  CHECK(error_of("[1,2]", limits) == "none");
  CHECK(error_of("[1,2,3]", limits) == "too-many-values");
}

TEST_CASE("A member that is skipped may hold anything") {
  json::Limits limits;
  limits.skipped = "view";
  const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
  const auto value = json::parse(R"({"view":)" + deep + R"(,"a":[{"view":{"view":1,"view":2}}],"b":"c"})", limits);
  REQUIRE(value);
  json::Reading reading;
  CHECK(Cursor(*value, reading)["b"].string(Presence::required) == "c");
  CHECK_FALSE(Cursor(*value, reading)["view"].exists());
}

TEST_CASE("An error in a document states its path") {
  const auto missing = fault(R"({"a":[{"b":1}]})", [](const Cursor& root) {
    root["a"].items(Presence::required)[0]["title"].string(Presence::required);
  });
  CHECK(missing.code == "missing");
  CHECK(missing.where == "a[0].title");

  const auto wrong = fault(R"({"a":{"b":1}})", [](const Cursor& root) { root["a"]["b"].string(Presence::optional); });
  CHECK(wrong.code == "wrong-type");
  CHECK(wrong.where == "a.b");
  CHECK(wrong.message == "must be a string");
}

TEST_CASE("Only the first error is reported") {
  const auto first = fault(R"({"a":1,"b":2})", [](const Cursor& root) {
    root["a"].string(Presence::required);
    root["b"].string(Presence::required);
  });
  CHECK(first.where == "a");
}

TEST_CASE("Numbers are whole and within their bounds") {
  const auto read = [](const Cursor& root) { root["a"].integer(Presence::optional, 1, 10); };
  CHECK(fault(R"({"a":10})", read).code == "none");
  CHECK(fault(R"({})", read).code == "none");
  for (const char* text : {R"({"a":0})", R"({"a":11})", R"({"a":1.5})", R"({"a":1e300})"})
    CHECK(fault(text, read).code == "out-of-range");
  CHECK(fault(R"({"a":"1"})", read).code == "wrong-type");
}
