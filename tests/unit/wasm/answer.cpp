#include "wasm/protocol/answer.hpp"
#include "core/article/article.hpp"
#include "support/messages.hpp"

#include <catch2/catch.hpp>

using namespace broadside;

namespace {

std::string answered(const wasm::Request& request) {
  const auto answer = wasm::answer(request);
  return answer ? *answer : answer.error().code + " at " + answer.error().where;
}

} // namespace

TEST_CASE("The answer to Markdown is a tree, in the requested profile") {
  CHECK(answered({"markdown", "{}", "~~a~~"}) == R"(["div",["p",["del","a"]]])");
  CHECK(answered({"markdown", R"({"profile":"commonmark"})", "~~a~~"}) == R"(["div",["p","~~a~~"]])");
  CHECK(answered({"markdown", R"({"base":"https://c.example/d/"})", "[a](b)"}) ==
        R"(["div",["p",["a",{"href":"https://c.example/d/b"},"a"]]])");
}

TEST_CASE("The answer as HTML is the text of the same document") {
  CHECK(answered({"html", "{}", "a & *b*"}) == "<p>a &amp; <em>b</em></p>");
  CHECK(answered({"html", "{}"}).empty());
  CHECK(answered({"html", R"({"idPrefix":"two-"})", "# a"}) == R"(<h1 id="article-two-a">a</h1>)");
}

TEST_CASE("An article's Markdown may be passed beside it") {
  const auto messages = tests::messages();
  const auto article = [&](const std::string& inside, std::string_view beside) {
    return answered(
        {"article",
         R"({"language":"en","article":{"broadside":1,"id":"a","default":"en","translations":{"en":{"title":"T",)"
         R"("markdown":")" +
             inside + R"("}}}})",
         beside, &messages});
  };
  CHECK(article("*a*", "").ends_with(R"(["p",["em","a"]]]])"));
  CHECK(article("", "*b* \"\\").ends_with(R"(["p",["em","b"]," \"\\"]]])"));
}

TEST_CASE("The answer to a draft is its problems, or the reply that is to be kept") {
  CHECK(answered({"validate", R"({"name":"","email":"a@b","text":"c"})"}) ==
        "{\n  \"problems\": [{\n  \"field\": \"name\",\n  \"code\": \"missing\"\n}]\n}");
  CHECK(answered({"validate", R"({"name":" A ","email":"a@b","website":"c.d","text":"e"})"})
            .find(R"("website": "https://c.d")") != std::string::npos);
}

TEST_CASE("An error in a request states its path") {
  CHECK(answered({"nothing", "{}"}) == "unknown-request at nothing");
  CHECK(answered({"markdown", "{"}) == "malformed at byte 2");
  CHECK(answered({"markdown", R"({"profile":"mdx"})"}) == "malformed at profile");
  CHECK(answered({"markdown", R"({"base":"javascript:1"})"}) == "unsafe-address at base");
  CHECK(answered({"markdown", R"({"language":"english!"})"}) == "malformed at language");
  CHECK(answered({"markdown", R"({"idPrefix":"a b"})"}) == "malformed at idPrefix");
  CHECK(answered({"form", R"({"key":"a b"})"}) == "malformed at key");
  CHECK(answered({"markdown", "{}", std::string(article::longest_markdown + 1, 'a')}) == "too-long at markdown");
  CHECK(answered({"article", "{}"}) == "missing at article.broadside");
  CHECK(answered({"document", "{}"}) == "missing at messages");
  CHECK(answered({"thread", R"({"replies":[{"id":"1"}]})"}) == "missing at replies[0].name");
  CHECK(answered({"thread", R"({"replies":[{"id":"1","name":"","text":"","created":"","place":0}]})"}) ==
        "out-of-range at replies[0].place");
  const std::string reply = R"({"thread":1,"replies":[{"id":"1","name":"","text":"","created":"",)";
  CHECK(answered({"thread", reply + R"("position":"7"}]})"}) == "malformed at replies[0].position");
  CHECK(answered({"thread", R"({"depth":11})"}) == "out-of-range at depth");
}

TEST_CASE("An error is JSON for the loader") {
  CHECK(wasm::to_json({"missing", "a.b", "must \"be\" there"}) ==
        "{\n  \"code\": \"missing\",\n  \"where\": \"a.b\",\n  \"message\": \"must \\\"be\\\" there\"\n}");
}
