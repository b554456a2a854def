#include "core/markdown/parse.hpp"

#include "core/html/text_writer.hpp"
#include "core/markdown/render.hpp"
#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;
using tests::rendered;

namespace {

std::string rendered_in(std::string_view language, std::string_view text, Profile profile = Profile::article) {
  return tests::as_text(
      [&](html::Writer& writer) { markdown::render(text, {.profile = profile, .language = language}, writer); });
}

} // namespace

TEST_CASE("A byte order mark at the start is not part of the text") {
  CHECK(rendered("\uFEFF# a") == "<h1 id=\"article-a\">a</h1>");
  CHECK(rendered("\uFEFF") == "");
  CHECK(rendered("a\uFEFF") == "<p>a\uFEFF</p>");
}

TEST_CASE("Lines end with LF, CR or CRLF") {
  CHECK(rendered("# a\r\nb\rc\nd\r\n\r\ne") == "<h1 id=\"article-a\">a</h1><p>b\nc\nd</p><p>e</p>");
  CHECK(rendered("```\r\na\rb\r\n```") == "<pre><code>a\nb\n</code></pre>");
}

TEST_CASE("NUL and each malformed sequence of UTF-8 become one U+FFFD") {
  using namespace std::string_view_literals;
  CHECK(rendered("a\0b"sv) == "<p>a\uFFFDb</p>");
  CHECK(rendered("\xFF\xE4\xB8 \xF0\x9F\x98x\xED\xA0\x80") == "<p>\uFFFD\uFFFD \uFFFDx\uFFFD\uFFFD\uFFFD</p>");
  CHECK(rendered("`\xC3`") == "<p><code>\uFFFD</code></p>");
}

TEST_CASE("A line of a megabyte is read as a line") {
  const std::string line(1 << 20, 'a');
  CHECK(rendered(line) == "<p>" + line + "</p>");
}

TEST_CASE("A table is filled up with at most some ten thousand missing cells") {
  std::string text = "|a|b|\n|-|-|\n";
  for (int row = 0; row < 10'100; ++row)
    text += "|c\n";
  const std::string html = rendered(text);
  CHECK(html.find("</table><p>|c\n|c") != std::string::npos);
}

TEST_CASE("A numeric character reference has at most seven digits, or six hexadecimal ones") {
  CHECK(rendered("&#35; &#0000035; &#x23; &#X000023;") == "<p># # # #</p>");
  CHECK(rendered("&#00000035; &#x0000023; &#; &#x; &#x2g;") ==
        "<p>&amp;#00000035; &amp;#x0000023; &amp;#; &amp;#x; &amp;#x2g;</p>");
  CHECK(rendered("&#0; &#xD800; &#x110000; &#9999999;") == "<p>\uFFFD \uFFFD \uFFFD \uFFFD</p>");
}

TEST_CASE("A named character reference is one of those in HTML that end in a semicolon") {
  CHECK(rendered("&AElig;&zwj;&zwnj;&nbsp;&fjlig;&NewLine;&semi;&ngE;&CounterClockwiseContourIntegral;") ==
        "<p>Æ\u200D\u200C\u00A0fj\n;≧\u0338∳</p>");
  CHECK(rendered("&copy &nosuch; &; &COPY2; &CounterClockwiseContourIntegralX;") ==
        "<p>&amp;copy &amp;nosuch; &amp;; &amp;COPY2; &amp;CounterClockwiseContourIntegralX;</p>");
  CHECK(rendered("[a](/&ouml;?a&amp;b \"&quot;&auml;\")") ==
        "<p><a href=\"/%C3%B6?a&amp;b\" title=\"&quot;ä\">a</a></p>");
  CHECK(rendered("``` &ouml;&amp\nx\n```") == "<pre><code class=\"language-ö&amp;amp\">x\n</code></pre>");
}

TEST_CASE("Labels match without regard to case") {
  CHECK(rendered("[ẞ]\n\n[SS]: /url") == "<p><a href=\"/url\">ẞ</a></p>");
  CHECK(rendered("[ΑΓΩ]\n\n[αγω]: /url") == "<p><a href=\"/url\">ΑΓΩ</a></p>");
}

// commonmark/commonmark-spec#650, and the amendment of tats-u/markdown-cjk-friendly.
TEST_CASE("In Chinese, Japanese and Korean, punctuation does not keep emphasis from opening or closing") {
  CHECK(rendered_in("zh", "**这是“强调”。**这") == "<p><strong>这是“强调”。</strong>这</p>");
  CHECK(rendered_in("zh-Hant-TW", "他說**“你好”**了") == "<p>他說<strong>“你好”</strong>了</p>");
  CHECK(rendered_in("ja", "これは**私のやりたかったこと。**だからするの。") ==
        "<p>これは<strong>私のやりたかったこと。</strong>だからするの。</p>");
  CHECK(rendered_in("ko", "**스크립트(script)**라고") == "<p><strong>스크립트(script)</strong>라고</p>");
  CHECK(rendered_in("JA", "~~削除（さくじょ）~~する") == "<p><del>削除（さくじょ）</del>する</p>");
  CHECK(rendered_in("zh", "**强调。**这", Profile::reply) == "<p><strong>强调。</strong>这</p>");
}

TEST_CASE("A variation selector belongs to the character before it") {
  CHECK(rendered_in("ja", "〽︎**(庵点)**は") == "<p>〽︎<strong>(庵点)</strong>は</p>");
  CHECK(rendered_in("ja", "〽︎~~(庵点)~~は") == "<p>〽︎<del>(庵点)</del>は</p>");
  CHECK(rendered_in("ja", "a︎**(庵点)**は") == "<p>a︎**(庵点)**は</p>");
}

TEST_CASE("The rule applies only in these languages, and never in a bare specification") {
  const std::string as_specified = "<p>**强调。**这</p>";
  CHECK(rendered_in("", "**强调。**这") == as_specified);
  CHECK(rendered_in("en", "**强调。**这") == as_specified);
  CHECK(rendered_in("zha", "**强调。**这") == as_specified);
  CHECK(rendered_in("zh", "**强调。**这", Profile::gfm) == as_specified);
  CHECK(rendered_in("zh", "**强调。**这", Profile::commonmark) == as_specified);
  CHECK(rendered_in("zh", "a** b **c **(x)**y 1**2") == rendered_in("en", "a** b **c **(x)**y 1**2"));
}

TEST_CASE("A document that is parsed during another has its own memory") {
  const markdown::Document outer = markdown::parse("*a*", {});
  {
    const markdown::Document inner = markdown::parse(std::string(100000, '*') + "b", {});
    CHECK(inner.get() != outer.get());
  }
  cmark_node* paragraph = cmark_node_first_child(outer.get());
  CHECK(std::string(cmark_node_get_type_string(cmark_node_first_child(paragraph))) == "emph");
  CHECK(std::string(cmark_node_get_literal(cmark_node_first_child(cmark_node_first_child(paragraph)))) == "a");
}
