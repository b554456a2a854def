#include "core/reply/reply.hpp"

#include <catch2/catch.hpp>

using namespace broadside::reply;

namespace {

const Draft good = {"Ana", "ana@example.com", "", "Hello"};

std::string faults(const Draft& draft) {
  const auto kept = validate(draft);
  if (kept)
    return "";
  std::string list;
  for (const Problem& problem : kept.error())
    list.append(list.empty() ? "" : ", ").append(name(problem.field)).append(" ").append(name(problem.fault));
  return list;
}

std::string with_email(const std::string& email) { return faults({"Ana", email, "", "Hello"}); }

std::string kept_website(const std::string& website) {
  const auto kept = validate({"Ana", "ana@example.com", website, "Hello"});
  return kept ? kept->website : "refused";
}

std::string times(std::size_t count, const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i)
    result += text;
  return result;
}

} // namespace

TEST_CASE("A good reply is kept, trimmed") {
  const auto kept = validate({" Ana \t", " ana@example.com\n", "", "\n  Hello\n\nworld \n"});
  REQUIRE(kept);
  CHECK(kept->name == "Ana");
  CHECK(kept->email == "ana@example.com");
  CHECK(kept->text == "  Hello\n\nworld");
}

TEST_CASE("Spaces of any script are trimmed, and what nobody can see is missing") {
  const auto kept = validate({"\u3000花子\u00A0", "ana@example.com\u3000", "", "Hello\u2009"});
  REQUIRE(kept);
  CHECK(kept->name == "花子");
  CHECK(kept->email == "ana@example.com");
  CHECK(kept->text == "Hello");
  for (const std::string blank : {"\u3000", "\u00A0\u2003", "\u200B\u200D", "\u2800", "\u3164", "\uFEFF", "\u00AD",
                                  "\x01", "\u202E", "\U000E0041"})
    CHECK(faults({blank, good.email, "", blank + "\n" + blank}) == "name missing, text missing");
  CHECK(faults({std::string(1, '\0'), good.email, "", std::string(2, '\0')}) == "name missing, text missing");
  CHECK(validate({"❤\uFE0F", good.email, "", "👩\u200D🚀"}).value().name == "❤\uFE0F");
}

TEST_CASE("A text whose Markdown comes to nothing is missing") {
  for (const char* text : {"<!-- nothing -->", "[a]: https://a.example/", "&#8203;", ">", "-"})
    CHECK(faults({good.name, good.email, "", text}) == "text missing");
  for (const char* text : {"***", "- [x]", "<b>", "`a`", "![a](b.png)", "[a]", "\\"})
    CHECK(faults({good.name, good.email, "", text}) == "");
}

TEST_CASE("Everything that is wrong is told at once, in the fields' order") {
  CHECK(faults({"", "", "", ""}) == "name missing, email missing, text missing");
  CHECK(faults({" ", "\t", "ftp://a", "\r\n "}) == "name missing, email missing, website malformed, text missing");
}

TEST_CASE("Lengths are counted in code points, not in bytes") {
  CHECK(faults({times(80, "é"), good.email, "", good.text}) == "");
  CHECK(faults({times(81, "é"), good.email, "", good.text}) == "name too-long");
  CHECK(faults({good.name, good.email, "", times(10'000, "語")}) == "");
  CHECK(faults({good.name, good.email, "", times(10'001, "語")}) == "text too-long");
}

TEST_CASE("A name is one line") { CHECK(faults({"Ana\nB", good.email, "", good.text}) == "name malformed"); }

TEST_CASE("E-mail addresses are those of HTML, in any script") {
  for (const char* email :
       {"a@b", "ana.b+c@mail.example.com", "josé@correo.example", "用户@例子.example", "o'hara@example.ie"})
    CHECK(with_email(email) == "");
  for (const char* email : {"ana", "@example.com", "ana@", "ana@-a.com", "ana@a..com", "a b@example.com",
                            "ana@exa mple", "ana@example.com.", "<a@b>", "a@b\"", "a@b@c"})
    CHECK(with_email(email) == "email malformed");
}

TEST_CASE("A website is on the web, and gets its scheme where it was left out") {
  CHECK(kept_website("") == "");
  CHECK(kept_website("https://ana.example/a?b") == "https://ana.example/a?b");
  CHECK(kept_website("ana.example") == "https://ana.example");
  for (const char* website : {"javascript:alert(1)", "javascript://a%0aalert(1)", "mailto:a@b", "data://x", "https://",
                              "https://bank.example@evil.example"})
    CHECK(kept_website(website) == "refused");
}
