// These cases are rules of CommonMark 0.31 that its examples do not show. commonmark.js 0.31.2 agrees with each except
// those of control characters, where it differs from its specification.
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;

namespace {

std::string rendered(std::string_view text) { return tests::rendered(text, Profile::commonmark); }

std::string sanitized(std::string_view text) {
  return tests::as_text([&](html::Writer& writer) {
    markdown::render(text, {.profile = Profile::commonmark, .raw_html = markdown::RawHtml::sanitize}, writer);
  });
}

} // namespace

TEST_CASE("A run of delimiters that can open and close does not keep another from finding its opener") {
  CHECK(rendered("*****Hello*world****") == "<p>**<em><strong>Hello<em>world</em></strong></em></p>");
}

TEST_CASE("A declaration may begin with a letter of either case, and needs no space") {
  CHECK(rendered("<!doctype html>\na") == "<p>a</p>");
  CHECK(rendered("x <!A> y <!a b> z") == "<p>x  y  z</p>");
  CHECK(rendered("x <!1>") == "<p>x &lt;!1&gt;</p>");
}

TEST_CASE("Comments, CDATA sections and processing instructions end at their first end") {
  CHECK(rendered("a <!-- b---> c <![CDATA[d]]]> e <?f?\?> g") == "<p>a  c  e  g</p>");
  CHECK(rendered("a <!-----> b --> c") == "<p>a  b --&gt; c</p>");
  CHECK(rendered("a <!-- b <!C> d") == "<p>a &lt;!-- b  d</p>");
  CHECK(rendered("a <?> b") == "<p>a &lt;?&gt; b</p>");
}

TEST_CASE("A label of an e-mail address's host has at most 63 characters") {
  const std::string longest(63, 'a');
  CHECK(rendered("<x@b." + longest + ">") == "<p><a href=\"mailto:x@b." + longest + "\">x@b." + longest + "</a></p>");
  for (const std::string& host : {"a" + longest, "a" + longest + ".b", "b.a" + longest, "b.a" + longest + ".c"})
    CHECK(rendered("<x@" + host + ">") == "<p>&lt;x@" + host + "&gt;</p>");
}

TEST_CASE("A link's title ends at a quote that is not escaped") {
  CHECK(rendered("[f]: z \"\\\"\n\n[f]") == "<p>[f]: z &quot;&quot;</p><p>[f]</p>");
  CHECK(rendered("[a](b \"c\\\"d\\\\\")") == "<p><a href=\"b\" title=\"c&quot;d\\\">a</a></p>");
  CHECK(rendered("[a](b (c\\)d))") == "<p><a href=\"b\" title=\"c)d\">a</a></p>");
}

TEST_CASE("A link's destination has its parentheses in pairs, and no control characters") {
  CHECK(rendered("[a](b( \"c\")") == "<p>[a](b( &quot;c&quot;)</p>");
  CHECK(rendered("[x]: a(()\n\n[x]") == "<p>[x]: a(()</p><p>[x]</p>");
  CHECK(rendered("[x]: \va\n\n[x]") == "<p>[x]: \va</p><p>[x]</p>");
  CHECK(rendered("[a](\vb)") == "<p>[a](\vb)</p>");
  CHECK(rendered("[a](b\x01)") == "<p>[a](b\x01)</p>");
  CHECK(rendered("[a](<b\\\nc>)") == "<p>[a](&lt;b<br>c&gt;)</p>");
  CHECK(rendered("[a](b(c)(d))") == "<p><a href=\"b(c)(d)\">a</a></p>");
}

TEST_CASE("An escaped ampersand does not begin a character reference") {
  CHECK(rendered("[](<\\&quot;>)") == "<p><a href=\"&amp;quot;\"></a></p>");
  CHECK(rendered("[a](b \"\\&quot;\")") == "<p><a href=\"b\" title=\"&amp;quot;\">a</a></p>");
  CHECK(rendered("``` \\&quot;\n```") == "<pre><code class=\"language-&amp;quot;\"></code></pre>");
}

TEST_CASE("A link is never within another one, whatever brackets stand between them") {
  CHECK(rendered("[a [b](c) [d] e](f)") == "<p>[a <a href=\"c\">b</a> [d] e](f)</p>");
  CHECK(rendered("[a ![b [c](d)](e) f](g)") == "<p>[a <img src=\"e\" alt=\"b c\"> f](g)</p>");
}

TEST_CASE("A blank line before a thematic break makes a list loose") {
  CHECK(rendered("-\n  ---\n\n  b") == "<ul><li><hr><p>b</p></li></ul>");
  CHECK(rendered("- ***\n\n  b") == "<ul><li><hr><p>b</p></li></ul>");
}

TEST_CASE("An item begins with at most one blank line, even of white space") {
  CHECK(rendered("-\n    \n  a") == "<ul><li></li></ul><p>a</p>");
}

TEST_CASE("A line of hyphens below definitions alone is a thematic break") {
  CHECK(rendered("[f]: z\n---\nx [f]") == "<hr><p>x <a href=\"z\">f</a></p>");
  CHECK(rendered("[f]: z\n===\nx") == "<p>===\nx</p>");
}

TEST_CASE("The tag of an inline element does not interrupt a paragraph, not even on a lazy line") {
  CHECK(sanitized("> a\n<del>b</del>\n<ins>\nc") == "<blockquote><p>a\n<del>b</del>\n<ins>\nc</ins></p></blockquote>");
}

TEST_CASE("Lazy lines lose the white space at their start, even in code") {
  CHECK(rendered("> `a\n   b`") == "<blockquote><p><code>a b</code></p></blockquote>");
}

TEST_CASE("search starts a block, and source does not interrupt a paragraph") {
  CHECK(sanitized("a\n<search>\n*b*") == "<p>a</p>\n*b*");
  CHECK(sanitized("a\n<source>\n*b*") == "<p>a\n\n<em>b</em></p>");
}

TEST_CASE("A closed code span does not hide the backticks after it") {
  CHECK(rendered("``a `b` c `d`") == "<p>``a <code>b</code> c <code>d</code></p>");
}

TEST_CASE("A code block's language has its prefix once") {
  CHECK(rendered("```language-r\na\n```") == "<pre><code class=\"language-r\">a\n</code></pre>");
}
