// These faults are known from other Markdown programs; each case names the report.
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;
using tests::rendered;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

} // namespace

// agegr/pi-web#385, adobe/helix-pipeline#897, github/docs#36995
TEST_CASE("A tilde in a range does not strike anything out") {
  for (const auto profile : {Profile::article, Profile::gfm, Profile::reply}) {
    CHECK(rendered("票价 3~5 元，儿童 1~2 元", profile) == "<p>票价 3~5 元，儿童 1~2 元</p>");
    CHECK(rendered("~~作废~~ 3~5 元", profile) == "<p><del>作废</del> 3~5 元</p>");
    CHECK(rendered("~about~ ~~~three~~~", profile) == "<p>~about~ ~~~three~~~</p>");
  }
}

// firecrawl/anydoc#84, yuin/goldmark#194, mity/md4c#7: GFM, 4.10
TEST_CASE("A pipe in code in a table must be escaped, or it ends the cell") {
  CHECK(rendered("| a | b |\n|---|---|\n| `a \\|\\| b` | or |\n") ==
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td><code>a || b</code></td><td>or</td></tr></tbody></table>");
  CHECK(rendered("| a | b |\n|---|---|\n| `a || b` | or |\n") ==
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>`a</td><td></td></tr></tbody></table>");
}

// marktext/marktext#5488, russross/blackfriday#503, markdown-it/markdown-it-footnote#13, github/cmark-gfm#276
TEST_CASE("A footnote with two references is one footnote, and each reference has its own id") {
  const std::string html = rendered("A[^s] B[^s].\n\n[^s]: Source.");
  CHECK(count(html, "id=\"article-fn-1\"") == 1);
  CHECK(count(html, "id=\"article-fnref-1\"") == 1);
  CHECK(count(html, "id=\"article-fnref-1-2\"") == 1);
  CHECK(count(html, "href=\"#article-fn-1\"") == 2);
  CHECK(count(html, "href=\"#article-fnref-1\"") == 1);
  CHECK(count(html, "href=\"#article-fnref-1-2\"") == 1);
}

// cmark-gfm 0.29.0.gfm.13 loses the rest of a label after a line's end, and may cut a character in two.
TEST_CASE("Text that only looks like a footnote's label keeps its lines and words") {
  CHECK(rendered("a[^ab\ncd ef] g") == "<p>a[^ab\ncd ef] g</p>");
  CHECK(rendered("x\n[^é*b* c]") == "<p>x\n[^é<em>b</em> c]</p>");
  CHECK(rendered("x\ny [^é] [^no]\n\n[^é]: z").find("<p>x\ny <sup") == 0);
  CHECK(rendered("[^w_a.b] [^a[b]]\n\n[^w_a.b]: z").find("</sup> [^a[b]]</p>") != std::string::npos);
}

// yuin/goldmark#571, showdownjs/showdown#266, github/cmark-gfm#297: GFM, 6.9
TEST_CASE("An address ends before the marks that belong to the sentence") {
  const std::string html =
      rendered("(siehe https://example.org/a_(b)). \"https://example.org/q\", https://example.org/r!?");
  CHECK(html == "<p>(siehe <a href=\"https://example.org/a_(b)\">https://example.org/a_(b)</a>). "
                "&quot;<a href=\"https://example.org/q\">https://example.org/q</a>&quot;, "
                "<a href=\"https://example.org/r\">https://example.org/r</a>!?</p>");
  CHECK(rendered("(www.example.org/a).") == "<p>(<a href=\"http://www.example.org/a\">www.example.org/a</a>).</p>");
}

// cmark-gfm 0.29.0.gfm.13 makes a link within a link of the first case.
TEST_CASE("A link is never within a link, whatever made it") {
  for (const char* text : {"[[]()[]]()", "[a <https://b.example> c](d)", "[a www.b.example c](d)", "[a [b](c) d](e)"})
    for (const auto profile : {Profile::article, Profile::gfm, Profile::reply}) {
      const std::string html = rendered(text, profile);
      const auto open = html.find("<a ");
      CHECK(html.find("<a ", open + 1) > html.find("</a>", open));
    }
}

// In cmark-gfm these become the single bytes FE and FF, which are not UTF-8.
TEST_CASE("References to noncharacters are characters like any other") {
  CHECK(rendered("&#xFFFE;&#xFFFF;") == "<p>\uFFFE\uFFFF</p>");
}

// The heading's id would be a footnote's id, and so would every number after it.
TEST_CASE("Two headings with the names of footnotes' ids have ids of their own") {
  CHECK(rendered("# fn\n\n# fn\n\n# fnref\n\n# fnref\n\n# body\n\n# fn 1") ==
        "<h1 id=\"article-section-fn\">fn</h1><h1 id=\"article-section-fn-1\">fn</h1>"
        "<h1 id=\"article-section-fnref\">fnref</h1><h1 id=\"article-section-fnref-1\">fnref</h1>"
        "<h1 id=\"article-section-body\">body</h1><h1 id=\"article-section-fn-1-1\">fn 1</h1>");
}

TEST_CASE("A bare address is a link after a bracket that is not one") {
  CHECK(rendered("[ a https://x.example/b c") ==
        "<p>[ a <a href=\"https://x.example/b\">https://x.example/b</a> c</p>");
  CHECK(rendered("a [https://x.example/b] c") ==
        "<p>a [<a href=\"https://x.example/b\">https://x.example/b</a>] c</p>");
  CHECK(rendered("[a [b https://x.example/[c] d] e](f)") == "<p><a href=\"f\">a [b https://x.example/[c] d] e</a></p>");
  CHECK(rendered("![a https://x.example](b.png)c") ==
        "<p><img src=\"b.png\" alt=\"a https://x.example\" loading=\"lazy\" decoding=\"async\">c</p>");
  CHECK(rendered("[https://x.example](y) [ www.x.example") ==
        "<p><a href=\"y\">https://x.example</a> [ <a href=\"http://www.x.example\">www.x.example</a></p>");
  CHECK(rendered("[a]: /b\n\n[ [a] https://x.example") ==
        "<p>[ <a href=\"/b\">a</a> <a href=\"https://x.example\">https://x.example</a></p>");
}

TEST_CASE("The text below a footnote's label belongs to the footnote") {
  CHECK(rendered("a[^1]\n\n[^1]:\nb\nc\n\nd")
            .find("<p>d</p><section class=\"footnotes\"><ol>"
                  "<li id=\"article-fn-1\"><p>b\nc") != std::string::npos);
  CHECK(rendered("a[^1]\n\n[^1]:\n# b").find("<h1 id=\"article-b\">b</h1><section") != std::string::npos);
  CHECK(rendered("a[^1] b[^2]\n\n[^1]:\n[^2]: c").find("<li id=\"article-fn-2\"><p>c") != std::string::npos);
}

TEST_CASE("A bare address ends before punctuation of Chinese and Japanese") {
  const std::string link = "<a href=\"https://example.org/a\">https://example.org/a</a>";
  CHECK(rendered("详见https://example.org/a。然后") == "<p>详见" + link + "。然后</p>");
  for (const char* mark : {"，", "、", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "”", "　"})
    CHECK(rendered("看https://example.org/a" + std::string(mark) + "b") == "<p>看" + link + mark + "b</p>");
  CHECK(rendered("https://example.org/ジョン・スミス。") ==
        "<p><a href=\"https://example.org/%E3%82%B8%E3%83%A7%E3%83%B3%E3%83%BB%E3%82%B9%E3%83%9F%E3%82%B9\">"
        "https://example.org/ジョン・スミス</a>。</p>");
  CHECK(rendered("https://example.org/a。b", markdown::Profile::gfm) ==
        "<p><a href=\"https://example.org/a%E3%80%82b\">https://example.org/a。b</a></p>");
}
