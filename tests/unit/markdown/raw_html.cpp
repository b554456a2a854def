#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::RawHtml;

namespace {

std::string rendered(std::string_view text, RawHtml mode) {
  return tests::as_text([&](html::Writer& writer) { markdown::render(text, {.raw_html = mode}, writer); });
}
std::string sanitized(std::string_view text) { return rendered(text, RawHtml::sanitize); }

} // namespace

TEST_CASE("Raw HTML is dropped, shown as text, or made what the vocabulary has of it") {
  CHECK(rendered("a <b>c</b>\n\n<div>d</div>", RawHtml::drop) == "<p>a c</p>");
  CHECK(rendered("a <b>c</b>\n\n<div>d</div>", RawHtml::escape) ==
        "<p>a &lt;b&gt;c&lt;/b&gt;</p><p>&lt;div&gt;d&lt;/div&gt;</p>");
  CHECK(sanitized("a <b>c</b>\n\n<div>d</div>") == "<p>a <b>c</b></p><div>d</div>");
}

TEST_CASE("Comments vanish in every mode") {
  for (const auto mode : {RawHtml::drop, RawHtml::escape, RawHtml::sanitize}) {
    CHECK(rendered("a<!-- b --><?c?><!D e><![CDATA[f]]>", mode) == "<p>a</p>");
    CHECK(rendered("<!-- a\n\nb -->", mode).empty());
  }
  CHECK(rendered("<div><!-- a --></div>", RawHtml::escape) == "<p>&lt;div&gt;&lt;/div&gt;</p>");
}

TEST_CASE("A reply has no raw HTML: it is shown as it was typed") {
  CHECK(tests::rendered_reply("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
}

TEST_CASE("A raw element may span blocks, up to the end of the container that it stands in") {
  CHECK(sanitized("<div align=\"center\">\n\n*a*\n\n</div>\n\nb") ==
        "<div align=\"center\"><p><em>a</em></p></div><p>b</p>");
  CHECK(sanitized("> <div>\n>\n> a\n\nb") == "<blockquote><div><p>a</p></div></blockquote><p>b</p>");
  CHECK(sanitized("<details><summary>a</summary>\n\n- b\n\n</details>") ==
        "<details><summary>a</summary><ul><li>b</li></ul></details>");
}

TEST_CASE("A raw tag closes what an HTML parser would close, but nothing of Markdown's") {
  CHECK(sanitized("<p>a\n<p>b") == "<p>a\n</p><p>b</p>");
  CHECK(sanitized("<ul><li>a<li>b</ul>") == "<ul><li>a</li><li>b</li></ul>");
  CHECK(sanitized("a <div>b</div> c") == "<p>a b c</p>");
  CHECK(sanitized("*a </em> b*") == "<p><em>a  b</em></p>");
  CHECK(sanitized("<a href=\"/b\">c [d](/e)</a>") == "<p><a href=\"/b\">c </a><a href=\"/e\">d</a></p>");
  CHECK(sanitized("<h1>\n\n# a\n\n</h1>") == "<h1></h1><h1 id=\"article-a\">a</h1>");
}

TEST_CASE("Parts without their parents go, and a table is whole") {
  CHECK(sanitized("<li>a</li>") == "a");
  CHECK(sanitized("<table><td>a<tr>b</table>") ==
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>");
  CHECK(sanitized("<table>\n\n| a |\n|---|\n\n</table>") ==
        "<table><tbody><tr><td><table><thead><tr><th>a</th></tr></thead></table></td></tr></tbody></table>");
}

TEST_CASE("What runs, frames or draws goes with its content, but never beyond its block") {
  CHECK(sanitized("a <script>b</script> c <svg><g>d</g></svg>e") == "<p>a  c e</p>");
  CHECK(sanitized("a <script>b\n\nc") == "<p>a </p><p>c</p>");
  CHECK(sanitized("<div><style>a</div></style>b</div>") == "<div>b</div>");
  CHECK(sanitized("*a <svg> b* c") == "<p><em>a </em></p>");
}

TEST_CASE("Of a tag's attributes the vocabulary's stay, the first of two") {
  CHECK(sanitized("<img src=/a width=\"30px\" height=50% onerror=b class=head style=c alt=d alt=e>") ==
        "<img src=\"/a\" width=\"30\" alt=\"d\" loading=\"lazy\" decoding=\"async\">");
  CHECK(sanitized("a <a name=\"b\">c</a> <b id=b>d</b> <b id=reply-form>e</b>") ==
        "<p>a <span id=\"article-b\"></span>c <b>d</b> <b id=\"article-reply-form\">e</b></p>");
  CHECK(sanitized("a <a href=\"java&#10;script&colon;b\">c</a> <img src=\"data:d\" alt=\"e\">") == "<p>a c e</p>");
}

TEST_CASE("With markdown=\"1\" the content of a raw block is Markdown") {
  CHECK(sanitized("<aside markdown=\"1\">\n  *a* [b](/c)\n<p markdown=\"1\">\n*d*\n</p>\n</aside>") ==
        "<aside><p><em>a</em> <a href=\"/c\">b</a></p><p><em>d</em></p></aside>");
}

TEST_CASE("No line feed comes first in a raw pre, where a parser would lose it") {
  CHECK(sanitized("<pre>\n\na\n</pre>") == "<pre>a\n</pre>");
}

TEST_CASE("Tags are read by CommonMark's grammar, and what only looks like one is text") {
  CHECK(sanitized("<div>a <b c=\"d>e</div>") == "<div>a &lt;b c=&quot;d&gt;e</div>");
  CHECK(sanitized("<div>a &amp; &lt; <x-y>b</x-y></div>") == "<div>a &amp; &lt; b</div>");
}

// SonarSource/mxss-cheatsheet#13
TEST_CASE("Comments end where an HTML parser ends them") {
  CHECK(sanitized("<!-- --!><img src=x onerror=boom()>-->") ==
        "<img src=\"x\" loading=\"lazy\" decoding=\"async\">--&gt;");
  CHECK(sanitized("<div><!--><b>a</b>") == "<div><b>a</b></div>");
}
