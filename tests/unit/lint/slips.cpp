#include "support/lint.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::tests;
using Catch::Matchers::Contains;

namespace {

const lint::Options with_files = {.has_file = [](std::string_view address) {
  return address == "img/Untitled 19.png" || address == "my report (2).pdf";
}};

} // namespace

TEST_CASE(
    "a picture whose name has a space causes a remark, since it becomes text") { // joakin/markdown-folder-to-html#40
  const std::string text = "![x](img/Untitled 19.png), [y](my report (2).pdf)\n";
  CHECK(tests::rendered(text) == "<p>![x](img/Untitled 19.png), [y](my report (2).pdf)</p>");
  CHECK(said(text) == Names(2, "address-with-space at 1"));
  CHECK_THAT(first_message(text), Contains("write (<img/Untitled 19.png>)"));
  CHECK(remarks_in(text)[0].is_fault);
  CHECK_FALSE(remarks_in(text)[1].is_fault);
  CHECK(mended(text) == text);
  CHECK(mended(text, with_files) == "![x](<img/Untitled 19.png>), [y](<my report (2).pdf>)\n");
  CHECK(mended("![x](img/Untitled 19.png \"T\")\n", with_files) == "![x](<img/Untitled 19.png> \"T\")\n");
  CHECK(mended("![x](img/Untitled 19.png 'T')\n", with_files) == "![x](<img/Untitled 19.png> \"T\")\n");
  CHECK(mended("[x](a.png “T t”)\n") == "[x](a.png \"T t\")\n");
}

TEST_CASE(
    "a definition whose address has a space causes a remark, since it becomes text") { // joakin/markdown-folder-to-html#40
  const std::string text = "![x][a] [y][b]\n\n[a]: img/Untitled 19.png 'T'\n\n> [b]: my report (2).pdf\n";
  CHECK(tests::rendered(text).find("<p>[a]: img/Untitled 19.png 'T'</p>") != std::string::npos);
  CHECK(said(text) == Names{"address-with-space at 3", "address-with-space at 5"});
  CHECK_THAT(first_message(text),
             Contains("readers see [a]: as it is typed") && Contains("write [a]: <img/Untitled 19.png> \"T\""));
  CHECK(remarks_in(text)[0].is_fault);
  CHECK_FALSE(remarks_in(text)[1].is_fault);
  CHECK(mended(text) == text);
  CHECK(mended(text, with_files) ==
        "![x][a] [y][b]\n\n[a]: <img/Untitled 19.png> \"T\"\n\n> [b]: <my report (2).pdf>\n");
  for (const char* fine : {"[x][a]\n\n[a]: a.png \"b c\"\n", "[x][a]\n\n[a]: <a b.png> (c d)\n", "[x][a]\n\n[a]:\n/b\n",
                           "[Ana]: I saw it and/or not\n", "```\n[a]: b c.png\n```\n"})
    CHECK(said(fine) == Names{});
}

TEST_CASE("brackets that are links, or that nobody means as links, are left alone") {
  for (const char* text :
       {"![x](img/Untitled%2019.png) ![x](<img/Untitled 19.png>) [a](b \"c d\") [a](<b c> 'd') [a]( b )\n",
        "[sic](as it was) [1] (https://a.example) - [x](an aside, in brackets)\n", "`![x](a b.png)`\n",
        "\\![x]\\(a b.png)\n", "- [x] (https://a.example)\n", "f[0](a b)\n", "[a](\n", "[a](b\n\"c\")\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("a link that is not closed causes a remark, since it becomes text") {
  CHECK(said("See [this](https://a.example/b and more.\n") == Names{"broken-link at 1"});
  CHECK(said("![this](img/a.png\n") == Names{"broken-link at 1"});
  CHECK(mended("See [this page] (https://a.example/b).\n") == "See [this page](https://a.example/b).\n");
  CHECK(mended("See [this page][https://a.example/b].\n") == "See [this page](https://a.example/b).\n");
  CHECK(mended("See (this page)[https://a.example/b].\n") == "See [this page](https://a.example/b).\n");
}

TEST_CASE("full-width signs are mended where Markdown needs those of ASCII") {
  CHECK(tests::rendered("＃ 标题\n") == "<p>＃ 标题</p>");
  CHECK(mended("＃ 标题\n\n＃＃　標題\n\n１．一\n２． 二\n\n＞ 引用\n\n参见［这里］（https://a.example/b）。\n\n"
               "［x］（y） ＊＊强＊＊ ｀码｀\n") ==
        "# 标题\n\n## 標題\n\n1. 一\n2. 二\n\n> 引用\n\n参见[这里](https://a.example/b)。\n\n[x](y) **强** `码`\n");
  CHECK(mended("![图]（a.png）\n") == "![图](a.png)\n");
  for (const char* text : {"＃话题 ＃1\n", "［注］（略） ［図］（A）\n", "＊ 注\n", "１、一\n", "（１）一\n",
                           "1．5倍\n", "`＃ 标题`\n", "a ＞ b\n", "    ＃ 标题\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("white space beside a line's marker is mended if Markdown does not know it") {
  CHECK(tests::rendered("#\u00A0Title\n") == "<p>#\u00A0Title</p>");
  CHECK(mended("#\u00A0Title\n\n##\u3000標題\n\n\u200B# Zero\n\n\u200B- a\n\u200B- b\n\n\uFEFF> q\n\n\u200F- ر\n") ==
        "# Title\n\n## 標題\n\n# Zero\n\n- a\n- b\n\n> q\n\n- ر\n");
  CHECK(mended("\u00A01. a\n") == "1. a\n");
  CHECK(mended("-\u00A0a\n") == "- a\n");
  CHECK(mended("##Costs\n") == "## Costs\n");
  for (const char* text : {"#tag\n", "\u200BText\n", "#\n", "\u3000\u3000正文\n", "##1\n", "```\n#\u00A0x\n```\n",
                           "#\u00A0\n", "a\u00A0# b\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE(
    "numbers of a list that do not count up cause a remark") { // mozilla/legal-docs#198, BookStackApp/BookStack#1562
  const std::string dates = "3. Oktober 1990: Einheit\n\n9. November 1989: Mauerfall\n";
  CHECK(tests::rendered(dates).find("<ol start=\"3\">") == 0);
  CHECK(said(dates) == Names{"list-numbers at 3"});
  CHECK_THAT(first_message(dates), Contains("readers see 4") && Contains("write 9\\."));
  CHECK(mended(dates) == "3\\. Oktober 1990: Einheit\n\n9\\. November 1989: Mauerfall\n");
  CHECK(mended("18. september: A\n2. oktober: B  \n16. oktober: C\n") ==
        "18\\. september: A\\\n2\\. oktober: B\\\n16\\. oktober: C\n");
  CHECK(mended("3. Oktober 1990\n") == "3\\. Oktober 1990\n");
  CHECK(mended("> 24. prosince přijde\n") == "> 24\\. prosince přijde\n");
  CHECK(mended("1. januára\n2. februára\n") == "1\\. januára\\\n2\\. februára\n");
  CHECK(said("1. a\n2. b\n2. c\n") == Names{"list-numbers at 3"});
  CHECK(mended("1. a\n2. b\n2. c\n") == "1. a\n2. b\n2. c\n");
  CHECK(said("1. a\n\n   3. b\n   9. c\n2. d\n") == Names{"list-numbers at 4"});
}

TEST_CASE("lists that count up, or leave the counting to Markdown, are left alone") {
  for (const char* text :
       {"1. a\n2. b\n3. c\n", "1. a\n1. b\n1. c\n", "0. a\n0. b\n", "0. a\n1. b\n", "7. a\n8. b\n", "2. step\n",
        "4) a\n5) b\n", "1. Mainz\n2. Ulm\n", "- a\n- b\n", "    3. Oktober\n", "3\\. Oktober\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("a block or a comment that is not closed causes a remark") {
  CHECK(said("a\n\n```js\nb\n\nc\n") == Names{"unclosed at 3"});
  CHECK_THAT(first_message("a\n\n```js\nb\n\nc\n"), Contains("down to line 6") && Contains("write ``` "));
  CHECK(said("- ~~~\n  a\n\nb\n") == Names{"unclosed at 1"});
  CHECK(said("a\n\n<!-- b\n\nc\n", {.raw_html = markdown::RawHtml::sanitize}) == Names{"unclosed at 3"});
  CHECK(said("a <!-- b\n\nc\n") == Names{"unclosed at 1"});
  for (const char* text : {"```\na\n```\n", "> ```\n> a\n> ```\n", "- ```\n  a\n  ```\n", "````\n```\n````\n",
                           "    a\n", "<!-- a -->\n", "<!-- a\n\nb -->\n", "a `<!--` b\n", "```\na\n   ````\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("strong words with a space inside their asterisks are mended") {
  CHECK(mended("**Note: **read this, ** and ** that\n") == "**Note:** read this, ** and ** that\n");
  CHECK(mended("a **bold ** b ** bold** c\n") == "a **bold** b **bold** c\n");
  CHECK(said("a **b** and **c d.\n") == Names{"emphasis at 1"});
  for (const char* text : {"**a** b **c**\n", "2 ** 3 and 4 ** 5\n", "use *args, **kwargs and **options\n",
                           "**kwargs is passed\n", "call it with **kwargs alone\n", "x**2 + y**2\n", "\\*\\*a b\n",
                           "`**a `\n", "Price**\n\n**Without tax\n", "***a** b*\n"})
    CHECK(said(text) == Names{});
}
