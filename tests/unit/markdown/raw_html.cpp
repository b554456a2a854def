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

TEST_CASE("Raw HTML is dropped, shown as text, or reduced to the vocabulary") {
  CHECK(rendered("a <b>c</b>\n\n<div>d</div>", RawHtml::drop) == "<p>a c</p>");
  CHECK(rendered("a <b>c</b>\n\n<div>d</div>", RawHtml::escape) ==
        "<p>a &lt;b&gt;c&lt;/b&gt;</p><p>&lt;div&gt;d&lt;/div&gt;</p>");
  CHECK(sanitized("a <b>c</b>\n\n<div>d</div>") == "<p>a <b>c</b></p><div>d</div>");
}

TEST_CASE("Comments vanish in every mode") {
  for (const auto mode : {RawHtml::drop, RawHtml::escape, RawHtml::sanitize}) {
    CHECK(rendered("a<!-- b -->", mode) == "<p>a</p>");
    CHECK(rendered("<!-- a\n\nb -->", mode).empty());
  }
  CHECK(rendered("<div><!-- a --></div>\n<!-- b -->", RawHtml::escape) == "<p>&lt;div&gt;&lt;/div&gt;</p>");
}

// They are an author's words, as in "Use <?php echo 1; ?> here". None is lost unless `drop` asks for it.
TEST_CASE("Declarations, processing instructions and CDATA sections are shown as they were typed, but where raw HTML "
          "is dropped") {
  const char* text = "a <?b 1; ?> <!C d> <![CDATA[e &amp; *f*]]> f";
  const char* shown = "<p>a &lt;?b 1; ?&gt; &lt;!C d&gt; &lt;![CDATA[e &amp;amp; *f*]]&gt; f</p>";
  CHECK(sanitized(text) == shown);
  CHECK(rendered(text, RawHtml::escape) == shown);
  CHECK(tests::rendered_reply(text) == shown);
  CHECK(rendered(text, RawHtml::drop) == "<p>a    f</p>");
  for (const auto mode : {RawHtml::escape, RawHtml::sanitize}) {
    CHECK(rendered("<?php\necho 1;\n?>", mode) == "<p>&lt;?php\necho 1;\n?&gt;</p>");
    CHECK(rendered("a\n\n<!DOCTYPE html>\n\nb", mode) == "<p>a</p><p>&lt;!DOCTYPE html&gt;</p><p>b</p>");
  }
  CHECK(rendered("<?php\necho 1;\n?>", RawHtml::drop).empty());
}

TEST_CASE("Only comments are removed from raw HTML that is sanitized") {
  CHECK(sanitized("<div>a <?b ?> <!C> <![CDATA[d &lt;]]> <!-- e --> f</div>") ==
        "<div>a &lt;?b ?&gt; &lt;!C&gt; &lt;![CDATA[d &amp;lt;]]&gt;  f</div>");
  CHECK(sanitized("<?b ?> c <b>d</b>") == "<p>&lt;?b ?&gt;</p> c <b>d</b>");
  CHECK(sanitized("<div markdown=\"1\">\n*a* <?b ?>\n</div>") == "<div><p><em>a</em> &lt;?b ?&gt;</p></div>");
  CHECK(sanitized("a <svg><![CDATA[b]]><?c ?></svg> d") == "<p>a  d</p>");
  CHECK(sanitized("<svg>\n<![CDATA[b]]><?c ?>\n</svg>").empty());
  CHECK(sanitized("- <?a ?>\n- <!B>") == "<ul><li><p>&lt;?a ?&gt;</p></li><li><p>&lt;!B&gt;</p></li></ul>");
}

// nextcloud/text#3504, storybookjs/marksy#88
TEST_CASE("br is a line break in every mode and spelling") {
  for (const auto mode : {RawHtml::drop, RawHtml::escape, RawHtml::sanitize}) {
    CHECK(rendered("First line<br>Second line and 5<br/>6<BR />7<br clear=\"all\">8</br>9", mode) ==
          "<p>First line<br>Second line and 5<br>6<br>7<br>8<br>9</p>");
    CHECK(rendered("| a |\n|---|\n| Nord<br>Mitte |", mode).find("<td>Nord<br>Mitte</td>") != std::string::npos);
    CHECK(rendered("<br>\na<br> \n b", mode) == "<p><br>a<br>b</p>");
    CHECK(rendered("## A<br>B", mode) == "<h2 id=\"article-a-b\">A<br>B</h2>");
  }
  CHECK(rendered("<div>a<br>b</div>", RawHtml::escape) == "<p>&lt;div&gt;a<br>b&lt;/div&gt;</p>");
  CHECK(tests::rendered_reply("a<br>\nb") == "<p>a<br>b</p>");
  CHECK(tests::rendered_reply("a<br>b") == "<p>a<br>b</p>");
  CHECK(tests::rendered("a<br>b", markdown::Profile::commonmark) == "<p>a<br>b</p>");
  CHECK(sanitized("a <svg>b<br>c</svg> d") == "<p>a  d</p>");
}

// kirodotdev/KiroCrew#3999, CircleCI-Public/circleci-cli#1562
TEST_CASE("A tag that names no element is shown as it was typed, in every mode") {
  for (const auto mode : {RawHtml::drop, RawHtml::escape, RawHtml::sanitize}) {
    CHECK(rendered("Put it in <Widget-id>.json, or <some optional variant id>.json", mode) ==
          "<p>Put it in &lt;Widget-id&gt;.json, or &lt;some optional variant id&gt;.json</p>");
    CHECK(rendered("List<T> and Map<String, Int>", mode) == "<p>List&lt;T&gt; and Map&lt;String, Int&gt;</p>");
    CHECK(rendered("<Name>\nis *yours*", mode) == "<p>&lt;Name&gt;\nis <em>yours</em></p>");
    CHECK(rendered("a </Closing>", mode) == "<p>a &lt;/Closing&gt;</p>");
  }
  CHECK(tests::rendered_reply("a <Widget-id>") == "<p>a &lt;Widget-id&gt;</p>");
  CHECK(tests::rendered("a <Widget-id>", markdown::Profile::gfm) == "<p>a &lt;Widget-id&gt;</p>");
  CHECK(tests::rendered("<Widget-id>\na", markdown::Profile::gfm) == "<p>&lt;Widget-id&gt;\na</p>");
}

TEST_CASE("A tag that is left out does not join words or numbers") {
  CHECK(rendered("10<sup>6</sup> H<sub>2</sub>O x<sub>i</sub>", RawHtml::drop) == "<p>10 6 H2O x i</p>");
  CHECK(rendered("a<td>b</td>c 5<img src=d>6", RawHtml::drop) == "<p>a b c 5 6</p>");
  CHECK(rendered("<del>old</del><ins>new</ins> d<b>ro</b>p 1<b>2</b>", RawHtml::drop) == "<p>old new drop 1 2</p>");
  CHECK(rendered("a <div> *b*<div>`c`", RawHtml::drop) == "<p>a  <em>b</em> <code>c</code></p>");
  CHECK(sanitized("a<input>b<td>c 5<svg>x</svg>6 f<font>g</font>h") == "<p>a b c 5 6 fgh</p>");
  CHECK(sanitized("<div>a<object>b</object>c</div>") == "<div>a c</div>");
}

TEST_CASE("An address within an author's link does not become another link") {
  CHECK(sanitized("<a href=\"https://x.example/t\">https://example.com</a>") ==
        "<p><a href=\"https://x.example/t\">https://example.com</a></p>");
  CHECK(sanitized("<a href=\"https://x.example/t\">a@b.example</a> https://c.example") ==
        "<p><a href=\"https://x.example/t\">a@b.example</a> <a href=\"https://c.example\">https://c.example</a></p>");
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

TEST_CASE("Parts without their parents are dropped, and a table is completed") {
  CHECK(sanitized("<li>a</li>") == "a");
  CHECK(sanitized("<table><td>a<tr>b</table>") ==
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>");
  CHECK(sanitized("<table>\n\n| a |\n|---|\n\n</table>") ==
        "<table><tbody><tr><td><table><thead><tr><th>a</th></tr></thead></table></td></tr></tbody></table>");
}

TEST_CASE("An element that runs, frames or draws is removed with its content, but nothing beyond its block") {
  CHECK(sanitized("a <script>b</script> c <svg><g>d</g></svg>e") == "<p>a  c e</p>");
  CHECK(sanitized("a <script>b\n\nc") == "<p>a </p><p>c</p>");
  CHECK(sanitized("<div><style>a</div></style>b</div>") == "<div>b</div>");
  CHECK(sanitized("*a <svg> b* c") == "<p><em>a </em></p>");
}

TEST_CASE("A tag keeps the attributes of the vocabulary, and the first of two with the same name") {
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

TEST_CASE("A raw pre does not begin with a line feed, which a parser would lose") {
  CHECK(sanitized("<pre>\n\na\n</pre>") == "<pre>a\n</pre>");
}

TEST_CASE("Tags are read by CommonMark's grammar, and anything that only looks like one is text") {
  CHECK(sanitized("<div>a <b c=\"d>e</div>") == "<div>a &lt;b c=&quot;d&gt;e</div>");
  CHECK(sanitized("<div>a &amp; &lt; <x-y>b</x-y></div>") == "<div>a &amp; &lt; &lt;x-y&gt;b&lt;/x-y&gt;</div>");
}

// SonarSource/mxss-cheatsheet#13
TEST_CASE("Comments end where an HTML parser ends them") {
  CHECK(sanitized("<!-- --!><img src=x onerror=boom()>-->") ==
        "<img src=\"x\" loading=\"lazy\" decoding=\"async\">--&gt;");
  CHECK(sanitized("<div><!--><b>a</b>") == "<div><b>a</b></div>");
}
