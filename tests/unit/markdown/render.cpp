#include "support/rendered.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace broadside;
using markdown::Profile;
using tests::rendered;

namespace {

std::string times(int count, const std::string& text) {
  std::string result;
  for (int i = 0; i < count; ++i)
    result += text;
  return result;
}

// A writer that only measures the depth.
class Depth final : public html::Writer {
public:
  int deepest = 0;
  void open(html::Element /*element*/) override { deepest = std::max(deepest, ++depth_); }
  void close() override { --depth_; }

private:
  void write_text(std::string_view /*text*/) override {}
  void write_attribute(std::string_view /*name*/, std::string_view /*value*/) override {}
  int depth_ = 0;
};

int depth_of(const std::string& markdown) {
  Depth depth;
  markdown::render(markdown, {}, depth);
  return depth.deepest;
}

} // namespace

TEST_CASE("Blocks and inlines become elements, with no white space between blocks") {
  CHECK(rendered("# A\n\nb *c* **d** `e`\nf\\\ng\n\n---\n") ==
        "<h1 id=\"article-a\">A</h1><p>b <em>c</em> <strong>d</strong> <code>e</code>\nf<br>g</p><hr>");
  CHECK(rendered("> a\n>\n> b") == "<blockquote><p>a</p><p>b</p></blockquote>");
  CHECK(rendered("    a\n\n```cpp x\n<b>\n```") ==
        "<pre><code>a\n</code></pre><pre><code class=\"language-cpp\">&lt;b&gt;\n</code></pre>");
}

TEST_CASE("Lists are tight or loose, and keep their start") {
  CHECK(rendered("- a\n- b") == "<ul><li>a</li><li>b</li></ul>");
  CHECK(rendered("3. a\n\n4. b") == "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>");
  CHECK(rendered("0) a") == "<ol start=\"0\"><li>a</li></ol>");
}

TEST_CASE("Strong in strong stays two elements") {
  CHECK(rendered("__foo, __bar__, baz__") == "<p><strong>foo, <strong>bar</strong>, baz</strong></p>");
}

TEST_CASE("Headings start at the level that the page sets for them") {
  CHECK(rendered("# a\n## b\n### c", Profile::article, nullptr, 2) ==
        "<h2 id=\"article-a\">a</h2><h2 id=\"article-b\">b</h2><h3 id=\"article-c\">c</h3>");
}

TEST_CASE("A task list has disabled checkboxes, each named by the text beside it") {
  CHECK(rendered("- [ ] a\n- [x] b\n\n# Checkbox 1") ==
        "<ul><li class=\"task\" id=\"article-checkbox-1\"><input type=\"checkbox\" disabled=\"\" "
        "aria-labelledby=\"article-checkbox-1\"> a</li><li class=\"task\" id=\"article-checkbox-2\"><input "
        "type=\"checkbox\" disabled=\"\" checked=\"\" aria-labelledby=\"article-checkbox-2\"> b</li></ul>"
        "<h1 id=\"article-section-checkbox-1\">Checkbox 1</h1>");
  CHECK(rendered("- [ ] a", Profile::reply) ==
        "<ul><li class=\"task\"><input type=\"checkbox\" disabled=\"\"> a</li></ul>");
}

TEST_CASE("A table is complete, with or without a body") {
  CHECK(
      rendered("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|\n|5|") ==
      "<table><thead><tr><th>a</th><th align=\"left\">b</th><th align=\"center\">c</th><th align=\"right\">d</th></tr>"
      "</thead><tbody><tr><td>1</td><td align=\"left\">2</td><td align=\"center\">3</td><td align=\"right\">4</td></tr>"
      "<tr><td>5</td><td align=\"left\"></td><td align=\"center\"></td><td align=\"right\"></td></tr></tbody></table>");
  CHECK(rendered("|a|\n|-|") == "<table><thead><tr><th>a</th></tr></thead></table>");
  CHECK(rendered("|a|\n|-|\n|b|\n\nc") ==
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>c</p>");
}

TEST_CASE("A cell with a long text is marked, so that its column is not squeezed") {
  const auto text = rendered("| a | b |\n|:-:|---|\n| " + times(10, "word ") + "| " + times(8, "word ") + "|\n");
  CHECK(text.find("<td align=\"center\" class=\"long\">word") != std::string::npos);
  CHECK(text.find("<td>word") != std::string::npos);
}

TEST_CASE("Only a double tilde strikes out") {
  CHECK(rendered("票价 3~5 元，儿童 1~2 元") == "<p>票价 3~5 元，儿童 1~2 元</p>");
  CHECK(rendered("~~作废~~ 3~5 元") == "<p><del>作废</del> 3~5 元</p>");
}

TEST_CASE("A footnote with two references has two links back") {
  CHECK(rendered("A[^s] B[^s].\n\n[^s]: Note.") ==
        "<p>A<sup class=\"footnote-ref\"><a id=\"article-fnref-1\" href=\"#article-fn-1\" "
        "role=\"doc-noteref\">1</a></sup>"
        " B<sup class=\"footnote-ref\"><a id=\"article-fnref-1-2\" href=\"#article-fn-1\" "
        "role=\"doc-noteref\">1</a></sup>.</p>"
        "<section class=\"footnotes\"><ol><li id=\"article-fn-1\"><p>Note.</p>"
        " <a class=\"footnote-back\" href=\"#article-fnref-1\" role=\"doc-backlink\" lang=\"en\" "
        "aria-label=\"Back to reference 1\">↩\uFE0E</a>"
        " <a class=\"footnote-back\" href=\"#article-fnref-1-2\" role=\"doc-backlink\" lang=\"en\" "
        "aria-label=\"Back to reference 1-2\">↩\uFE0E2</a></li></ol></section>");
}

TEST_CASE("A link is never within a link") {
  CHECK(rendered("[a[^1]](/b)\n\n[^1]: c").find("<a href=\"/b\">a<sup class=\"footnote-ref\">1</sup></a>") !=
        std::string::npos);
  CHECK(tests::rendered_reply("[![a](/b)](/c)") == "<p><a href=\"/c\" rel=\"nofollow ugc noopener\">a</a></p>");
}

TEST_CASE("Bare addresses end where GitHub ends them") {
  CHECK(rendered("(siehe https://example.org/a_(b)). \"https://example.org/q\", https://example.org/r!?") ==
        "<p>(siehe <a href=\"https://example.org/a_(b)\">https://example.org/a_(b)</a>). "
        "&quot;<a href=\"https://example.org/q\">https://example.org/q</a>&quot;, "
        "<a href=\"https://example.org/r\">https://example.org/r</a>!?</p>");
}

TEST_CASE("A picture's description is text") {
  CHECK(rendered("![a *b* `c` [d](/e) ![f](/g)\nh](/i \"j\")", Profile::commonmark) ==
        "<p><img src=\"/i\" alt=\"a b c d f h\" title=\"j\"></p>");
}

TEST_CASE("Relative addresses are resolved against the base") {
  const auto base = html::Url::check("https://news.example/a/article.json");
  CHECK(rendered("![](map.svg) [b](../c) [d](#e)", Profile::article, &*base) ==
        "<p><img src=\"https://news.example/a/map.svg\" alt=\"\" loading=\"lazy\" decoding=\"async\"> <a "
        "href=\"https://news.example/c\">b</a> "
        "<a href=\"#article-e\">d</a></p>");
}

TEST_CASE("An unsafe address leaves its text") {
  CHECK(rendered("[a *b*](javascript:alert(1)) <javascript:alert(1)>") == "<p>a <em>b</em> javascript:alert(1)</p>");
  CHECK(rendered("[a](&#106;avascript:1) [b](java&NewLine;script:1) [c](java&Tab;script:1)") == "<p>a b c</p>");
  CHECK(rendered("![a](data:image/svg+xml,<svg>)") == "<p>a</p>");
}

TEST_CASE("A picture has no mailto or tel address") {
  CHECK(rendered("![x](mailto:a@b.example) ![y](tel:1)") == "<p>x y</p>");
  CHECK(rendered("![x](mailto:a@b.example)") == "<p>x</p>");
}

TEST_CASE("An article keeps the harmless parts of raw HTML, and a bare specification only the text around it") {
  CHECK(rendered("a <b onclick=x>c</b> <!-- d --> e") == "<p>a <b>c</b>  e</p>");
  CHECK(rendered("a <b onclick=x>c</b> <!-- d --> e", Profile::gfm) == "<p>a c  e</p>");
  CHECK(rendered("a <b onclick=x>c</b> <!-- d --> e", Profile::commonmark) == "<p>a c  e</p>");
  CHECK(tests::rendered_reply("a <b>c</b> <!-- d --> e") == "<p>a &lt;b&gt;c&lt;/b&gt;  e</p>");
  CHECK(rendered("<script>\nalert(1)\n</script>\n\na") == "<p>a</p>");
}

TEST_CASE("A code block's language cannot be more than one word") {
  CHECK(rendered("``` \"><script>\nx\n```") ==
        "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>");
}

// "ruby&nbsp;" is one word in HTML, where a class is split only at ASCII white space.
TEST_CASE("A code block's language ends where HTML ends a class") {
  CHECK(rendered("```ruby&nbsp;x y\n\n```") == "<pre><code class=\"language-ruby\u00A0x\">\n</code></pre>");
}

TEST_CASE("In a reply links are marked, and pictures become links") {
  CHECK(tests::rendered_reply("[a](https://b.example) ![c](https://d.example/e.png) ![](/f)") ==
        "<p><a href=\"https://b.example\" rel=\"nofollow ugc noopener\">a</a> "
        "<a href=\"https://d.example/e.png\" rel=\"nofollow ugc noopener\">c</a> "
        "<a href=\"/f\" rel=\"nofollow ugc noopener\">/f</a></p>");
}

TEST_CASE("Bytes that are not UTF-8, and NUL, become the replacement character") {
  using namespace std::string_view_literals;
  CHECK(rendered("a\xff"
                 "b\xc3(c\0d &#0; &#xD83D;"sv) == "<p>a\uFFFDb\uFFFD(c\uFFFDd \uFFFD \uFFFD</p>");
}

TEST_CASE("The tree is not deep, however deep the text is nested") {
  for (const auto& text : {times(1000, "> ") + "a", times(500, "- ") + "a", times(300, "1. ") + "a",
                           times(2000, "*a **b ") + times(2000, "c** d*"),
                           times(60, "> ") + "|a|\n" + times(60, "> ") + "|-|\n" + times(60, "> ") + "|b|",
                           times(100, "> ") + "- > 1. > - a\n", times(100'000, "[") + "a" + times(100'000, "]")}) {
    CHECK(depth_of(text) <= markdown::deepest);
    CHECK(rendered(text).find('a') != std::string::npos);
  }
}

TEST_CASE("A picture alone in its paragraph becomes a figure, with its title as the caption") {
  CHECK(rendered("![a](/b \"c\")") == "<figure><img src=\"/b\" alt=\"a\" loading=\"lazy\" decoding=\"async\">"
                                      "<figcaption>c</figcaption></figure>");
  CHECK(rendered("![a](/b)") == "<figure><img src=\"/b\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></figure>");
  CHECK(rendered("![a](javascript:b \"c\")") == "<p>a</p>");
  CHECK(rendered("![a](/b)", Profile::gfm) == "<p><img src=\"/b\" alt=\"a\"></p>");
}

TEST_CASE("Every heading can be linked to by an address of its own") {
  CHECK(rendered("# One, *two* `3`!") == "<h1 id=\"article-one-two-3\">One, <em>two</em> <code>3</code>!</h1>");
  CHECK(rendered("# a\n# A\n# a-1\n# a") == "<h1 id=\"article-a\">a</h1><h1 id=\"article-a-1\">A</h1>"
                                            "<h1 id=\"article-a-1-1\">a-1</h1><h1 id=\"article-a-2\">a</h1>");
  CHECK(rendered("# Über ÀÉ 你好").find("id=\"article-über-àé-你好\"") != std::string::npos);
  CHECK(rendered("# !").find("id=\"article-section\"") != std::string::npos);
  CHECK(rendered("# fn-1") == "<h1 id=\"article-section-fn-1\">fn-1</h1>");
  CHECK(rendered("[a](#über)") == "<p><a href=\"#article-%C3%BCber\">a</a></p>");
}

TEST_CASE("A video's address alone in its paragraph is marked as embeddable") {
  for (const std::string address :
       {"https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/1",
        "https://www.youtube.com/live/dQw4w9WgXcQ", "https://vimeo.com/channels/staff-picks/76979871/"})
    CHECK(rendered(address) == "<p class=\"embed\"><a href=\"" + address + "\">" + address + "</a></p>");
  CHECK(rendered("https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ").starts_with("<p class=\"embed\"><a"));
  for (const char* text :
       {"https://example.com/watch?v=dQw4w9WgXcQ", "[a](https://youtu.be/dQw4w9WgXcQ)",
        "https://youtu.be/dQw4w9WgXcQ b", "https://youtu.be.example/dQw4w9WgXcQ", "https://youtu.be/",
        "https://www.youtube.com/watch?list=v", "https://www.youtube.com/watch?v=", "https://youtube.com/feed"})
    CHECK(rendered(text).find("embed\"") == std::string::npos);
}

TEST_CASE("An address of a video provider that leads to no video is not marked") {
  for (const char* text : {"https://vimeo.com/about", "https://youtu.be/abc", "https://www.youtube.com/watch?v=short",
                           "https://www.youtube.com/embed/dQw4w9WgXcQ/more", "https://vimeo.com/channels/76979871/list",
                           "https://www.youtu.be/dQw4w9WgXcQ", "https://vimeo.com/76979871/%22onload"})
    CHECK(rendered(text).find("embed\"") == std::string::npos);
}

TEST_CASE("A file is rendered in the language that it states, unless the caller states another") {
  const auto file = [](std::string_view text, markdown::Options options) {
    return tests::as_text([&](html::Writer& writer) { markdown::render_file(text, options, writer); });
  };
  const std::string japanese = "---\nlang: ja\n---\n〽︎**(庵点)**は";
  CHECK(file(japanese, {}) == "<p>〽︎<strong>(庵点)</strong>は</p>");
  CHECK(file(japanese, {.language = "en"}) == "<p>〽︎**(庵点)**は</p>");
  CHECK(file("---\nlang: none at all\n---\n〽︎**(庵点)**は", {}) == "<p>〽︎**(庵点)**は</p>");
  CHECK(file("---\nlang: ja\n---\n", {.profile = markdown::Profile::gfm}) == "<hr><h2>lang: ja</h2>");
}
