#include "core/view/answer.hpp"

#include <catch2/catch.hpp>

using namespace broadside;

namespace {

std::string answered(std::string_view name, std::string_view request) {
  const auto answer = view::answer(name, request);
  return answer ? *answer : answer.error().code + " at " + answer.error().where;
}

} // namespace

TEST_CASE("Markdown is answered by a tree, in the profile that was asked for") {
  CHECK(answered("markdown", R"({"markdown":"~~a~~"})") == R"(["div",["p",["del","a"]]])");
  CHECK(answered("markdown", R"({"markdown":"~~a~~","profile":"commonmark"})") == R"(["div",["p","~~a~~"]])");
  CHECK(answered("markdown", R"json({"markdown":"[a](b)","base":"https://c.example/d/"})json") ==
        R"(["div",["p",["a",{"href":"https://c.example/d/b"},"a"]]])");
}

TEST_CASE("HTML is answered by the text of the same document") {
  CHECK(answered("html", R"({"markdown":"a & *b*"})") == "<p>a &amp; <em>b</em></p>");
  CHECK(answered("html", "{}") == "missing at markdown");
}

TEST_CASE("A draft is answered by its problems or by what is to be kept") {
  CHECK(answered("validate", R"({"name":"","email":"a@b","text":"c"})") ==
        "{\n  \"problems\": [{\n  \"field\": \"name\",\n  \"code\": \"missing\"\n}]\n}");
  CHECK(answered("validate", R"({"name":" A ","email":"a@b","website":"c.d","text":"e"})")
            .find(R"("website": "https://c.d")") != std::string::npos);
}

TEST_CASE("What is wrong with a request is named") {
  CHECK(answered("nothing", "{}") == "unknown-request at nothing");
  CHECK(answered("markdown", "{") == "malformed at byte 2");
  CHECK(answered("markdown", "{}") == "missing at markdown");
  CHECK(answered("markdown", R"({"markdown":"","profile":"mdx"})") == "malformed at profile");
  CHECK(answered("markdown", R"({"markdown":"","base":"javascript:1"})") == "unsafe-address at base");
  CHECK(answered("article", "{}") == "missing at article.broadside");
  CHECK(answered("thread", R"({"replies":[{"id":"1"}]})") == "missing at replies[0].name");
}

TEST_CASE("An error is JSON for the loader") {
  CHECK(view::to_json({"missing", "a.b", "must \"be\" there"}) ==
        "{\n  \"code\": \"missing\",\n  \"where\": \"a.b\",\n  \"message\": \"must \\\"be\\\" there\"\n}");
}
