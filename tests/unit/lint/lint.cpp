#include "support/lint.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::tests;
using Catch::Matchers::Contains;
using markdown::RawHtml;

TEST_CASE("a row with more cells than its header causes a remark, since they are lost") { // yuin/goldmark#194
  const std::string table = "| what | how |\n| ---- | --- |\n";
  const std::string bare = table + "| `a || b` | or |\n";
  CHECK(said(bare) == Names{"too-many-cells at 3"});
  CHECK_THAT(first_message(bare),
             Contains("the row has more cells than the header, so readers do not see \"b` | or\""));
  CHECK(said(table + "| `a \\|\\| b` | or |\n") == Names{});
  CHECK(said(table + "| a | b | |\n| a |\n a | b\n") == Names{});
  CHECK(said("> - " + table.substr(0, 15) + ">   " + table.substr(15) + ">   a | b | c\n") ==
        Names{"too-many-cells at 3"});
}

TEST_CASE("pipes in code are mended if the header shows that they are the cause") { // firecrawl/anydoc#84
  const std::string table = "| what | how |\n| ---- | --- |\n";
  CHECK(mended(table + "| `a || b` | or |\n") == table + "| `a \\|\\| b` | or |\n");
  CHECK(mended(table + "``|`` | \\`a|`b`\n") == table + "``|`` | \\`a|`b`\n");
  CHECK(mended(table + "``a`|`` | b\n") == table + "``a`\\|`` | b\n");
  CHECK(mended(table + "| a | b | c |\n") == table + "| a | b | c |\n");
  CHECK(mended(table + "| `a | b` | c | d | e |\n") == table + "| `a | b` | c | d | e |\n");
}

TEST_CASE("bullets of a word processor cause a remark, since they become a paragraph") { // discourse/discourse#42104
  const std::string pasted = "• one\n• two\n\n·\u00A0\u00A0\u00A0nested\n";
  CHECK(rendered(pasted) == "<p>• one\n• two</p><p>·\u00A0\u00A0\u00A0nested</p>");
  CHECK(said(pasted) == Names{"pasted-bullet at 1", "pasted-bullet at 2", "pasted-bullet at 4"});
  CHECK_THAT(first_message(pasted), Contains("looks like a bullet from a word processor"));
  CHECK(mended(pasted) == "- one\n- two\n\n- nested\n");
}

TEST_CASE("bullets are mended in place") { // ForumMagnum/ForumMagnum#8961, jezweb/vite-flare-starter#144
  CHECK(mended("Intro:\n    • a\n        ◦\u00A0b\n      • c\n    ▪\td\n") == "Intro:\n- a\n  - b\n  - c\n- d\n");
  CHECK(mended("\u00A0• a\n\u00A0\u00A0\u00A0◦ b\n") == "- a\n  - b\n");
  CHECK(mended("> • a\n> • b\n\n1. x\n   • a\n") == "> - a\n> - b\n\n1. x\n   - a\n");
  CHECK(mended("1. x\n  • a\n") == "1. x\n   - a\n");
  CHECK(mended("> x\n• a\n") == "> x\n• a\n");
  CHECK(mended("-\u00A0a\no\tb\n\uF0B7\tc\r\n") == "- a\n- b\n- c\r\n");
}

TEST_CASE("letters with a tab cause a remark, and are not mended") { // mieweb/wikiGDrive#36
  CHECK(said("A.\tfirst\n") == Names{"pasted-bullet at 1"});
  CHECK(said("iv)\tfourth\n1.\u00A0first\n") == Names{"pasted-bullet at 1", "pasted-bullet at 2"});
  CHECK(mended("A.\tfirst\n") == "A.\tfirst\n");
}

TEST_CASE("text that only looks like a pasted bullet is left alone") {
  for (const char* text :
       {"— Bonjour, dit-il.\n", "– Ja.\n", "—\u00A0Oui.\n", "•no space\n", "o my\n", "A. Smith\n", "- a\n* b\n",
        "*\ta\n-\tb\n", "> *\ta\n", "    • code\n", "```\n• code\n```\n", "text • text\n", "Dr.\tWho\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("a child item that is indented too little causes a remark") { // mieweb/wikiGDrive#36
  const std::string list = "1. a\n  - b\n  - c\n2. d\n";
  CHECK(rendered(list) == "<ol><li>a</li></ol><ul><li>b</li><li>c</li></ul><ol start=\"2\"><li>d</li></ol>");
  CHECK(said(list) == Names{"child-indent at 2"});
  CHECK_THAT(first_message(list), Contains("the child is indented by 2, but needs 3"));
  CHECK(mended(list) == "1. a\n   - b\n   - c\n2. d\n");
}

TEST_CASE("child items are mended with everything in them") {
  CHECK(mended("10. a\n   - b\n\n     more\n\n         code\nlazy\n11. d\n") ==
        "10. a\n    - b\n\n      more\n\n          code\nlazy\n11. d\n");
  CHECK(mended("1. a\n  1. b\n  2. c\n2. d\n") == "1. a\n   1. b\n   2. c\n2. d\n");
  CHECK(mended("-   a\n  - b\n") == "-   a\n    - b\n");
  CHECK(mended("> 1. a\n>   - b\n") == "> 1. a\n>    - b\n");
  CHECK(mended("- x\n  1. a\n    - b\n") == "- x\n  1. a\n     - b\n");
  for (const char* text : {"- a\n - b\n", "1. a\n   - b\n", " 9. a\n10. b\n", "1. a\n\n- b\n", "- a\n  - b\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("raw HTML that readers do not get causes a remark with its name") {
  CHECK(said("a <sub>2</sub> <!-- c -->\n\n<div>\n\n<P>x</P>\n</div>\n\n<!-- <b> -->\n", {.raw_html = RawHtml::drop}) ==
        Names{"raw-html at 1", "raw-html at 3", "raw-html at 5"});
  CHECK_THAT(first_message("\n<P>x</P> <a>\n", {.raw_html = RawHtml::drop}),
             Contains("<P>, <a>: ") && Contains("nor its content"));
  CHECK(said("<div>x</div>\n<script>\n", {.raw_html = RawHtml::escape}) == Names{});
  CHECK(said("<div>x</div>\n\n<script>1</script>\n", {.raw_html = RawHtml::sanitize}) == Names{"raw-html at 3"});
  CHECK_THAT(first_message("<p><iframe></iframe></p>\n", {.raw_html = RawHtml::sanitize}), Contains("<iframe>: "));
  CHECK(said("<center>x</center> <font>y</font>\n", {.raw_html = RawHtml::sanitize}) == Names{"raw-html at 1"});
  CHECK(said("`<sub>` 1 < 2 \\<b> <br> <BR/>\n", {.raw_html = RawHtml::drop}) == Names{});
  CHECK_THAT(first_message("a <iframe> b\n", {.raw_html = RawHtml::drop}), !Contains("html: sanitize"));
}

TEST_CASE("declarations and processing instructions that are dropped cause a remark too") {
  const std::string text =
      "Use <?php echo 1; ?> and <?php echo 1; ?> <![CDATA[5 < 6]]> here <!-- c -->\n\n<!DOCTYPE html>\n";
  CHECK(said(text, {.raw_html = RawHtml::drop}) ==
        Names{"raw-html at 1", "raw-html at 1", "raw-html at 1", "raw-html at 3"});
  CHECK_THAT(first_message(text, {.raw_html = RawHtml::drop}),
             Contains("\"<?php echo 1; ?>\": readers do not get this raw HTML; ") &&
                 Contains("Put text that readers should see as it is typed between `"));
  CHECK(said(text, {.raw_html = RawHtml::sanitize}) == Names{});
}

TEST_CASE("mending a mended text changes nothing") {
  for (const char* text : {"• a\n  • b\n", "1. a\n  - b\n", "1. a\n  • b\n"}) {
    const auto once = mended(text);
    CHECK(once != text);
    CHECK(mended(once) == once);
  }
}
