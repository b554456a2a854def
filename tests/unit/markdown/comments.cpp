#include "core/markdown/comments.hpp"
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace broadside;
using markdown::RawHtml;

namespace {

std::string stripped(const std::string& text) { return markdown::without_comments(text, {}); }

std::string rendered(std::string_view text, RawHtml mode) {
  return tests::as_text([&](html::Writer& writer) { markdown::render(text, {.raw_html = mode}, writer); });
}

bool is_same_to_readers(const std::string& one, const std::string& other) {
  for (const auto& [word, mode] : markdown::raw_html_words)
    if (rendered(one, mode) != rendered(other, mode))
      return false;
  return true;
}

} // namespace

// fern-api/fern#5599, hexojs/hexo-renderer-marked#72, codacy/docs#271, slatedocs/slate#890
TEST_CASE("Comments are emptied, and readers get exactly the same") {
  const std::pair<std::string, std::string> cases[] = {
      {"a <!-- SECRET --> b", "a <!-- --> b"},
      {"a <!--SECRET--> b <!--SECRET-->", "a <!-- --> b <!-- -->"},
      {"a <!-- SECRET\nSECRET --> b", "a <!-- --> b"},
      {"> a <!-- SECRET\n> SECRET --> b\n> c", "> a <!-- --> b\n> c"},
      {"- a <!-- SECRET\n  SECRET --> b\n- c", "- a <!-- --> b\n- c"},
      {"> a <!-- SECRET\nSECRET --> b", "> a <!-- --> b"},
      {"<!-- SECRET -->", "<!-- -->"},
      {"a\n\n<!--\nSECRET\n\n\tSECRET\n-->\n\nb", "a\n\n<!-- -->\n\nb"},
      {"a\r\n\r\n<!--\r\nSECRET\r\n-->\r\n\r\nb\r\n", "a\r\n\r\n<!-- -->\r\n\r\nb\r\n"},
      {"<!-- SECRET --> *a* <!-- SECRET -->\n*b*", "<!-- --> *a* <!-- -->\n*b*"},
      {"> <!--\n> SECRET\n>\n> SECRET -->\n> b\n\nc", "> <!-- -->\n> b\n\nc"},
      {"1. a\n   <!-- SECRET\n\n   SECRET -->\n2. b", "1. a\n   <!-- -->\n2. b"},
      {"<div>\n<!-- SECRET -->\nb\n</div>", "<div>\n<!-- -->\nb\n</div>"},
      {"<div>a <!-- SECRET <b>SECRET</b> --> b</div>", "<div>a <!-- --> b</div>"},
      {"<div markdown=\"1\">\n<!-- SECRET -->\n*a*\n</div>", "<div markdown=\"1\">\n<!-- -->\n*a*\n</div>"},
      {"# a <!-- SECRET -->\n\nb\n<!-- SECRET -->\n===", "# a <!-- -->\n\nb\n<!-- -->\n==="},
      {"| a <!-- SECRET --> | b |\n|---|---|\n| c | d <!-- SECRET --> |",
       "| a <!-- --> | b |\n|---|---|\n| c | d <!-- --> |"},
      {"a[^1]\n\n[^1]: b <!-- SECRET -->\n[^2]: c <!-- SECRET -->", "a[^1]\n\n[^1]: b <!-- -->\n[^2]: c <!-- -->"},
      {"[a <!-- SECRET -->](/b) ![<!-- SECRET -->](/c)", "[a <!-- -->](/b) ![<!-- -->](/c)"},
      {"> [!NOTE]\n> a <!-- SECRET -->", "> [!NOTE]\n> a <!-- -->"},
      {"a <!-- SECRET `b --> c`", "a <!-- --> c`"},
      {"<!-- SECRET\n\nSECRET", "<!-- -->"},
      {"> <!-- SECRET\n\nb -->", "> <!-- -->\n\nb -->"},
      {"- <!-- SECRET\n\n  SECRET\n\nb", "- <!-- -->\n\nb"},
      {"<div>\n<!-- SECRET\n\nb -->", "<div>\n<!-- -->\n\nb -->"},
      {"<!-- SECRET --!> *a* -->", "<!-- --> *a* -->"},
      {"a <!-- SECRET <!-- SECRET --> b -->", "a <!-- --> b -->"},
      {"<script>\n<!-- SECRET\n\nSECRET -->\n</script>", "<script>\n<!-- -->\n</script>"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(stripped(text) == expected);
    CHECK(is_same_to_readers(text, expected));
  }
}

TEST_CASE("Text that readers see is not a comment") {
  for (const std::string text : {
           "`<!-- a -->`",
           "`` a <!-- b --> ``",
           "    <!-- a -->",
           "```html\n<!-- a -->\n```",
           "~~~ <!-- a -->\nb\n~~~",
           "> ```\n> <!-- a -->\n> ```",
           "\\<!-- a -->",
           "&lt;!-- a -->",
           "a <!-- b",
           "a < !-- b -->",
           "[a](b<!--c-->)",
           "[a](/b \"<!-- c -->\")",
           "[a]: /b \"<!-- c -->\"\n\n[a]",
           "<a title=\"<!-- b -->\">c</a>",
           "<div title=\"<!-- b -->\">c</div>",
           "<!-->a-->",
           "a <!--> b -->",
           "<!-- -->",
           "<!---->",
           "<div markdown=\"1\">\n`<!-- a -->`\n</div>",
       }) {
    INFO(text);
    CHECK(stripped(text) == text);
  }
}

TEST_CASE("A comment on which something else depends stays") {
  const std::string text = "<pre>\n<!-- </pre> -->\n\n*a*\n\n<!-- b -->";
  CHECK(stripped(text) == "<pre>\n<!-- </pre> -->\n\n*a*\n\n<!-- -->");
}

TEST_CASE("Readers get the same, wherever the comments are") {
  const std::string_view parts[] = {"<!--",        "-->",         "--!>",
                                    "<!-->",       "<!--->",      "a",
                                    " ",           "\n",          "\n\n",
                                    "> ",          "- ",          "1. ",
                                    "`",           "```\n",       "    ",
                                    "<div>",       "</div>",      "<pre>",
                                    "</pre>",      "<script>",    "</script>",
                                    "<b title=\"", "\">",         "*",
                                    "[",           "](",          ")",
                                    "[^1]",        "[^1]: ",      "|",
                                    "\n|-|-|\n",   "\\",          "<div markdown=\"1\">\n",
                                    "<textarea>",  "</textarea>", "--",
                                    "-",           ">",           "\t",
                                    "\r\n",        "> [!NOTE]\n", "# ",
                                    "\n---\n",     "<![CDATA[",   "]]>",
                                    "<?",          "?>",          "&lt;!--"};
  // The seed is constant, so that the texts are the same each time.
  std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed, cert-msc51-cpp)
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto length = random() % 24; length > 0; --length)
      text += parts[random() % std::size(parts)];
    INFO(text);
    REQUIRE(is_same_to_readers(text, stripped(text)));
  }
}

TEST_CASE("Many comments take linear time") {
  std::string text;
  for (int i = 0; i < 5'000; ++i)
    text += "a <!-- b --> `<!-- c -->` ";
  CHECK(stripped(text).size() == text.size() - 5'000 * 2);
  std::string hostile;
  for (int i = 0; i < 200; ++i)
    hostile += "<pre>\n<!-- </pre> -->\n\n*a*\n\n";
  CHECK(is_same_to_readers(hostile, stripped(hostile)));
}
