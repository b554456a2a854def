#include "support/rendered.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using markdown::Profile;
using tests::rendered;

namespace {

std::string between(const std::string& html, const std::string& start) {
  const auto at = html.find(start);
  return at == std::string::npos
             ? ""
             : html.substr(at + start.size(), html.find('"', at + start.size()) - at - start.size());
}

// Returns the id of the first heading.
std::string id_of(const std::string& heading) { return between(rendered("## " + heading), " id=\""); }

// Returns the address of a link to the fragment, with which the text begins.
std::string target(const std::string& fragment, const std::string& rest, std::string_view id_prefix = {}) {
  return between(tests::as_text([&](html::Writer& writer) {
                   markdown::render("[x](<#" + fragment + ">)\n\n" + rest, {.id_prefix = id_prefix}, writer);
                 }),
                 "href=\"#");
}

} // namespace

// GitbookIO/kramed#4, cmaas/markdown-it-table-of-contents#54, RickStrahl/MarkdownMonster#525,
// Python-Markdown/markdown#1141
TEST_CASE("A heading's id may be chosen, and is not part of its words") {
  CHECK(rendered("## Costs {#costs}\n\n[see](#costs)") ==
        "<h2 id=\"article-costs\">Costs</h2><p><a href=\"#article-costs\">see</a></p>");
  CHECK(rendered("## *a* `b` {#Main_1.2:x-y}") == "<h2 id=\"article-Main_1.2:x-y\"><em>a</em> <code>b</code></h2>");
  CHECK(rendered("a\nb {#c}\n---") == "<h2 id=\"article-c\">a\nb</h2>");
  CHECK(rendered("# a {#b} #") == "<h1 id=\"article-b\">a</h1>");
  CHECK(rendered("# a # {#b}") == "<h1 id=\"article-b\">a</h1>");
  CHECK(rendered("# a {#größe}") == "<h1 id=\"article-größe\">a</h1>");
  CHECK(rendered("> # a {#b}") == "<blockquote><h1 id=\"article-b\">a</h1></blockquote>");
}

TEST_CASE("Text that only looks like a heading's id stays text") {
  for (const std::string text : {"a {#}", "a {#b c}", "a {#b .c}", "a { #b }", "a {.wide}", "a{#b}", "a \\{#b}",
                                 "a {#b} c", "a {#b&}", "`a {#b}`"}) {
    const std::string html = rendered("# " + text);
    INFO(html);
    CHECK(html.find('{') != std::string::npos);
  }
  CHECK(rendered("# {#b}") == "<h1 id=\"article-b\">{#b}</h1>");
  CHECK(rendered("a {#b}") == "<p>a {#b}</p>");
  CHECK(rendered("# a {#b}", Profile::gfm) == "<h1>a {#b}</h1>");
}

TEST_CASE("The first of several equal chosen ids stays as it was written") {
  CHECK(rendered("# b\n# a {#b}\n# c {#b}\n# b") == "<h1 id=\"article-b-2\">b</h1><h1 id=\"article-b\">a</h1>"
                                                    "<h1 id=\"article-b-1\">c</h1><h1 id=\"article-b-3\">b</h1>");
  CHECK(rendered("<b id=b>x</b>\n\n# a {#b}") == "<p><b>x</b></p><h1 id=\"article-b\">a</h1>");
  CHECK(rendered("# a {#fn-1}") == "<h1 id=\"article-a\">a</h1>");
  CHECK(rendered("<div markdown=\"1\">\n# a {#b}\n</div>") == "<div><h1 id=\"article-b\">a</h1></div>");
}

// syntax-tree/hast-util-sanitize#29, github/markup#1627, go-gitea/gitea#12062
TEST_CASE("A link leads to a heading by its name and by its id as it stands in the page") {
  const std::string text = "## The first press";
  CHECK(target("article-the-first-press", text) == "article-the-first-press");
  CHECK(target("the-first-press", text) == "article-the-first-press");
  CHECK(target("the-first-press", text, "x-") == "article-x-the-first-press");
  CHECK(target("article-the-first-press", text, "x-") == "article-x-the-first-press");
  CHECK(target("article-x-the-first-press", text, "x-") == "article-x-the-first-press");
  CHECK(target("article-one", "# Article one") == "article-article-one");
  CHECK(target("article-article-one", "# Article one") == "article-article-one");
  CHECK(target("article-a", "<b id=\"a\">b</b>") == "article-a");
  CHECK(target("article-a", "<b id=\"article-a\">b</b>") == "article-article-a");
  CHECK(target("article-fn-1", "a[^1]\n\n[^1]: b") == "article-fn-1");
  CHECK(target("article-body", "a") == "article-body");
  CHECK(target("article-a-1", "# a\n# a") == "article-a-1");
  CHECK(target("nowhere", "a") == "article-nowhere");
}

// cmsimple-xh/cmsimple-xh#501, gohugoio/hugo#11461
TEST_CASE("Invisible characters are not part of an id") {
  CHECK(id_of("Donau\u00ADdampf") == "article-donaudampf");
  CHECK(id_of("Donau&shy;dampf") == "article-donaudampf");
  CHECK(id_of("ភាសា\u200Bខ្មែរ") == "article-ភាសាខ្មែរ");
  CHECK(id_of("a\u2060b\uFEFFc\u200Ed\u202Ae\u034Ff") == "article-abcdef");
  CHECK(id_of("a\u00A0b") == "article-a-b");
}

TEST_CASE("Joiners count as spelling within a word, and are dropped elsewhere") {
  CHECK(id_of("می\u200Cخواهم") == "article-می\u200Cخواهم");
  CHECK(id_of("क्\u200Dष") == "article-क्\u200Dष");
  CHECK(id_of("a\u200D b\u200C") == "article-a-b");
  CHECK(id_of("می \u200Cخواهم") == "article-می-خواهم");
}

TEST_CASE("Emoji leave nothing in an id") {
  CHECK(id_of("🎉 Party") == "article-party");
  CHECK(id_of("Party 🎉") == "article-party");
  CHECK(id_of("I ❤️ NY") == "article-i-ny");
  CHECK(id_of("Die Familie 👨\u200D👩\u200D👧 kommt") == "article-die-familie-kommt");
  CHECK(id_of("▶️ Start") == "article-start");
  CHECK(id_of("1️⃣ One") == "article-1-one");
  CHECK(id_of("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F Scotland") == "article-scotland");
  CHECK(id_of("👍🏽 Gut") == "article-gut");
  CHECK(id_of("Q & A") == "article-q--a");
  CHECK(id_of("🎉") == "article-section");
}

TEST_CASE("The link that an author would guess leads to the heading") {
  CHECK(target("donaudampf", "# Donau&shy;dampf") == "article-donaudampf");
  CHECK(target("donau\u00ADdampf", "# Donau&shy;dampf") == "article-donaudampf");
  CHECK(target("ភាសាខ្មែរ", "# ភាសា\u200Bខ្មែរ") ==
        "article-%E1%9E%97%E1%9E%B6%E1%9E%9F%E1%9E%B6%E1%9E%81%E1%9F%92%E1%9E%98%E1%9F%82%E1%9E%9A");
  CHECK(target("-party", "# 🎉 Party") == "article-party");
  CHECK(target("q-a", "# Q & A") == "article-q--a");
  CHECK(target("The-First-Press", "# The first press") == "article-the-first-press");
  CHECK(target("The first press", "# The first press") == "article-the-first-press");
  CHECK(target("C%C3%B4te", "# Côte") == "article-c%C3%B4te");
  CHECK(target("costs", "# Price {#Costs}") == "article-Costs");
}
