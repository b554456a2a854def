// These cases are about quotes in their positions, and about lines that are joined.
#include "core/markdown/render.hpp"
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;
using markdown::Typography;
using tests::rendered;

namespace {

std::string smart(std::string_view text, std::string_view language = "en") {
  markdown::Options options;
  options.typography = Typography::smart;
  options.language = language;
  options.raw_html = markdown::RawHtml::sanitize;
  return tests::as_text([&](html::Writer& writer) { markdown::render(text, options, writer); });
}

} // namespace

TEST_CASE("Quotes are set across emphasis, links and lines") {
  CHECK(smart("\"*Hello*,\" she said. \"**No**\"") == "<p>“<em>Hello</em>,” she said. “<strong>No</strong>”</p>");
  CHECK(smart("*\"a\"* and \"[b](c)\"") == "<p><em>“a”</em> and “<a href=\"c\">b</a>”</p>");
  CHECK(smart("say\n\"yes\"") == "<p>say\n“yes”</p>");
  CHECK(smart("say  \n\"yes\"") == "<p>say<br>“yes”</p>");
  CHECK(smart("the dogs' \"`bowl`\"") == "<p>the dogs’ “<code>bowl</code>”</p>");
}

TEST_CASE("A quotation ends with its block") {
  CHECK(smart("\"a\n\n\"b\"") == "<p>“a</p><p>“b”</p>");
  CHECK(smart("- \"a\n- \"b\"") == "<ul><li>“a</li><li>“b”</li></ul>");
  CHECK(smart("# \"a\n\"b\"").find("<p>“b”</p>") != std::string::npos);
  CHECK(smart("|\"a|\"b\"|\n|-|-|\n").find("<th>“a</th><th>“b”</th>") != std::string::npos);
  CHECK(smart("![x](y.png '\"a\"')") == "<figure><img src=\"y.png\" alt=\"x\" loading=\"lazy\" decoding=\"async\">"
                                        "<figcaption>“a”</figcaption></figure>");
}

TEST_CASE("Code, addresses, attributes and raw HTML stay as they were typed") {
  CHECK(smart("`\"a\" -- '...'`") == "<p><code>&quot;a&quot; -- '...'</code></p>");
  CHECK(smart("    \"a\" --\n") == "<pre><code>&quot;a&quot; --\n</code></pre>");
  CHECK(smart("https://a.example/b--c...d'e") ==
        "<p><a href=\"https://a.example/b--c...d'e\">https://a.example/b--c...d'e</a></p>");
  CHECK(smart("<https://a.example/b--c>") == "<p><a href=\"https://a.example/b--c\">https://a.example/b--c</a></p>");
  CHECK(smart("[a](b--c '\"d\"')") == "<p><a href=\"b--c\" title=\"&quot;d&quot;\">a</a></p>");
  CHECK(smart("<abbr title=\"it's\">it's</abbr>") == "<p><abbr title=\"it's\">it’s</abbr></p>");
  CHECK(smart("<div>it's</div>") == "<div>it's</div>");
}

TEST_CASE("Text without smart typography stays as it was typed") {
  CHECK(rendered("\"a\" -- b...") == "<p>&quot;a&quot; -- b...</p>");
}

// commonmark/commonmark-spec#744, markedjs/marked#90, markdown-it/markdown-it#334, jgm/pandoc#11241
TEST_CASE("The end of a line between Chinese or Japanese characters is not a space") {
  CHECK(rendered("首段第一行\n第二行") == "<p>首段第一行第二行</p>");
  CHECK(rendered("一行、\n「二行」") == "<p>一行、「二行」</p>");
  CHECK(rendered("**首段**\n*第二*\n`三`") == "<p><strong>首段</strong><em>第二</em><code>三</code></p>");
  CHECK(rendered("첫 줄\n둘째 줄") == "<p>첫 줄\n둘째 줄</p>");
  CHECK(rendered("版本\n2.0 です") == "<p>版本\n2.0 です</p>");
  CHECK(rendered("one\ntwo") == "<p>one\ntwo</p>");
  CHECK(rendered("行\n😀") == "<p>行\n😀</p>");
  CHECK(rendered("首段\n\\\n第二", Profile::gfm) == "<p>首段\n<br>第二</p>");
  CHECK(rendered("首段\n第二", Profile::commonmark) == "<p>首段\n第二</p>");
  CHECK(rendered("首段  \n第二") == "<p>首段<br>第二</p>");
}
