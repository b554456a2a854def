#include "pages/style_sheet.hpp"
#include "support/loader.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

std::string page_of(const Publisher& publisher, const std::string& language) {
  return publisher.site.read("out/tale/" + language + "/index.html");
}

// Returns the first tag that is not balanced. HTML's void elements have no end tag; every other element must be closed.
std::string first_unbalanced(const std::string& html) {
  const std::regex tag(R"re(<(/?)([a-z0-9-]+)(?:\s[^<>]*)?>)re");
  const Names voids = {"br", "hr", "img", "input", "link", "meta"};
  Names open;
  for (auto at = std::sregex_iterator(html.begin(), html.end(), tag); at != std::sregex_iterator(); ++at) {
    const std::string name = (*at)[2];
    if ((*at)[1].length() == 0) {
      if (std::find(voids.begin(), voids.end(), name) == voids.end())
        open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

} // namespace

TEST_CASE("a page states its language and links to its translations") {
  Publisher publisher;
  publisher.write_article("tale/ar.md", "title: T\ndek: D\n");
  REQUIRE(publisher.build() == Names{});
  const auto page = page_of(publisher, "ar");
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK_THAT(page, Contains(R"(<title>T</title>)") && Contains(R"(<meta name="description" content="D">)"));
  CHECK_THAT(page, Contains(R"(<link rel="canonical" href="https://news.example/a/tale/ar/">)"));
  for (const std::string language : {"ar", "en", "es"})
    CHECK_THAT(page, Contains("<link rel=\"alternate\" hreflang=\"" + language +
                              "\" href=\"https://news.example/a/tale/" + language + "/\">"));
  CHECK_THAT(page, Contains(R"(<link rel="alternate" hreflang="x-default" href="https://news.example/a/tale/en/">)"));
  CHECK_THAT(page, Contains(R"(<meta property="og:locale" content="ar_EG">)"));
  for (const std::string locale : {"en_US", "es_ES"})
    CHECK_THAT(page, Contains("<meta property=\"og:locale:alternate\" content=\"" + locale + "\">"));
  CHECK_THAT(page, Contains(R"(<broadside-article src="../article.json" lang="ar">)"));
  CHECK(first_unbalanced(page) == "");
}

// snorremd/snorreio#42, verdigado/sunflower#529, davep/blogmore#61
TEST_CASE("a page states what a shared link shows") {
  Publisher publisher;
  const auto property = [&](const std::string& language, const std::string& name) {
    const std::string page = page_of(publisher, language);
    const std::regex line("<meta property=\"" + name + "\" content=\"([^\"]*)\">");
    std::smatch found;
    return std::regex_search(page, found, line) ? found[1].str() : "none";
  };
  publisher.folder.write("content/tale/p.gif", std::string("GIF89a\x03\0\x02\0", 10));
  publisher.folder.write("content/tale/p.svg", "<svg viewBox='0 0 3 2'/>");
  publisher.write_article(
      "tale/en.md", "title: T\npublished: 2021-03-14\nmodified: 2021-03-15T10:00:00Z\nlead:\n  src: p.gif\n  alt: A\n",
      "> Quoted\n\n![x](p.gif)\n\nhttps://youtu.be/abcdefghijk\n\nThe *first*\nparagraph[^1]. It "
      "goes  \non.\n\nThe second.\n\n[^1]: A note.\n");
  publisher.write_article("tale/es.md", "title: T\ndek: D\nlead:\n  src: p.svg\n", "First.\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(property("en", "og:url") == "https://news.example/a/tale/en/");
  CHECK(property("en", "og:site_name") == "The Desk");
  CHECK(property("en", "og:description") == "The first paragraph. It goes on.");
  CHECK(property("en", "og:image") == "https://news.example/a/tale/p.gif");
  CHECK(property("en", "og:image:width") == "3");
  CHECK(property("en", "og:image:height") == "2");
  CHECK(property("en", "og:image:alt") == "A");
  CHECK(property("en", "article:published_time") == "2021-03-14");
  CHECK(property("en", "article:modified_time") == "2021-03-15T10:00:00Z");
  CHECK_THAT(page_of(publisher, "en"),
             Contains("<meta name=\"description\" content=\"The first paragraph. It goes on.\">"));
  CHECK(property("es", "og:description") == "D");
  CHECK(property("es", "og:image") == "none");
  CHECK(property("es", "article:modified_time") == "none");
  REQUIRE(publisher.built.warnings.size() == 1);
  CHECK(publisher.built.warnings.front().code == "svg-preview");
}

TEST_CASE("a long first paragraph is cut between words, or else between characters as readers see them") {
  Publisher publisher;
  const auto description = [&](const std::string& text) {
    publisher.write_article("tale/en.md", "title: T\n", text + "\n");
    REQUIRE(publisher.build() == Names{});
    const std::string page = page_of(publisher, "en");
    const std::string start = "<meta name=\"description\" content=\"";
    const auto at = page.find(start) + start.size();
    return page.substr(at, page.find('"', at) - at);
  };
  std::string words;
  for (int i = 0; i < 100; ++i)
    words += "seven77 ";
  CHECK(description(words) == words.substr(0, 37 * 8 - 1) + "…");
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  std::string families, cut;
  for (int i = 0; i < 400; ++i)
    (i < 300 ? cut : families) += family;
  CHECK(description(cut + families) == cut + "…");
  CHECK(description(cut) == cut);
}

TEST_CASE("a reply can be posted without script, in the page's language") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  const auto page = page_of(publisher, "es");
  CHECK_THAT(page, Contains(R"(<form class="form" method="post" )"
                            R"(action="https://replies.example/v1/articles/tale/replies?language=es" lang="es")"));
  CHECK_THAT(page, Contains(R"(<textarea id="reply-text" name="text")"));
  CHECK_THAT(page, Contains(R"(<a href="https://replies.example/v1/articles/tale/replies?language=es">)"));
}

TEST_CASE("without a reply server there is no form") {
  Publisher publisher;
  publisher.folder.write("broadside.yaml", "publisher: {name: N, url: https://x.example/}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(page_of(publisher, "en"), !Contains("<form") && !Contains("class=\"replies\""));
}

TEST_CASE("a page without a loader has no script") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(page_of(publisher, "en"),
             !Contains("<script async") && !Contains("<script>") && !Contains("preload") && !Contains(" style="));
}

TEST_CASE("a page carries the style of what it shows, and links to the style sheet behind its article") {
  Publisher publisher;
  const std::string text_style = "<style>" + std::string(pages::text_style().css) + "</style>";
  const std::string apart_style = "<style>" + std::string(pages::apart_style().css) + "</style>";
  SECTION("running text alone") {
    std::filesystem::remove(publisher.folder.path() / "content/tale/es.md");
    REQUIRE(publisher.build() == Names{});
    const auto page = page_of(publisher, "en");
    CHECK_THAT(page, Contains(text_style) && !Contains(apart_style));
    CHECK(page.find("</article>") < page.find("<link rel=\"stylesheet\""));
    CHECK(page.find("<link rel=\"stylesheet\"") < page.find("<form"));
    CHECK_THAT(publisher.site.read("out/index.html"), Contains(text_style) && !Contains("<link rel=\"stylesheet\""));
  }
  SECTION("a link to another language") {
    REQUIRE(publisher.build() == Names{});
    CHECK_THAT(page_of(publisher, "en"), Contains(text_style + "\n" + apart_style));
  }
  SECTION("a table") {
    std::filesystem::remove(publisher.folder.path() / "content/tale/es.md");
    publisher.write_article("tale/en.md", "title: A Tale\n", "| a |\n| - |\n| b |\n");
    REQUIRE(publisher.build() == Names{});
    CHECK_THAT(page_of(publisher, "en"), Contains(text_style + "\n" + apart_style));
  }
}

TEST_CASE("the styles that pages carry have no comments") {
  for (const auto& style : {pages::text_style(), pages::apart_style()}) {
    CHECK_THAT(std::string(style.css), !Contains("/*") && !Contains("\n") && !Contains("  "));
    CHECK_THAT(std::string(style.hash), Catch::Matchers::Matches("sha256-[A-Za-z0-9+/]{43}="));
  }
}

TEST_CASE("a page with a loader names it by its hash") {
  Publisher publisher;
  SECTION("a loader on another site") {
    publisher.folder.write("broadside.yaml", "publisher: {name: N, url: https://x.example/}\ndefault: en\n"
                                             "loader: {src: https://cdn.example/b.js, integrity: " +
                                                 loader_hash + "}\n");
    REQUIRE(publisher.build() == Names{});
    CHECK_THAT(page_of(publisher, "en"), Contains("<script async src=\"https://cdn.example/b.js\" integrity=\"" +
                                                  loader_hash + "\" crossorigin=\"anonymous\"></script>"));
  }
  SECTION("a loader that is copied into the site") {
    const Folder dist;
    write_loader(dist, "1.0.0-a", "1");
    dist.write("types/element.d.ts", "3");
    publisher.loader = dist.path();
    REQUIRE(publisher.build() == Names{});
    const auto page = page_of(publisher, "en");
    CHECK_THAT(page,
               Contains("<script async src=\"https://news.example/a/broadside/1.0.0-a/broadside.js\" integrity=\"" +
                        loader_hash));
    CHECK_THAT(page, !Contains("preload"));
    CHECK(publisher.site.has("out/broadside/1.0.0-a/broadside-core.wasm"));
    CHECK(publisher.site.has("out/broadside/1.0.0-a/manifest.json"));
    CHECK_FALSE(publisher.site.has("out/broadside/1.0.0-a/types"));
  }
  SECTION("a loader whose manifest leads out of its folder is refused") {
    const std::string files = R"("files": {"broadside.js": ")" + loader_hash + R"(", )";
    const auto manifest =
        GENERATE_COPY(R"({"folder": "1", )" + files + R"("../core.wasm": ")" + loader_hash + R"("}})",
                      R"({"folder": "../1", )" + files + R"("core.wasm": ")" + loader_hash + R"("}})");
    const Folder dist;
    dist.write("manifest.json", manifest);
    publisher.loader = dist.path();
    CHECK(publisher.build() == Names{"malformed at " + (dist.path() / "manifest.json").string() + ":1"});
  }
}

TEST_CASE("text never becomes markup, wherever it stands") {
  Publisher publisher;
  const std::string text = R"(</title><script>alert("1")</script>&amp;)";
  publisher.folder.write("content/tale/p.svg", "<svg/>");
  publisher.folder.write("broadside.yaml", "publisher:\n  name: '" + text +
                                               "'\n  url: https://x.example/\n"
                                               "default: en\nlicense: '" +
                                               text + "'\n");
  publisher.write_article("tale/en.md", "title: '" + text + "'\ndek: '" + text + "'\nauthor: '" + text +
                                            "'\nlead:\n  src: p.svg\n  alt: '" + text + "'\n  caption: '" + text +
                                            "'\n  credit: '" + text + "'\n");
  REQUIRE(publisher.build() == Names{});
  for (const auto& page : {page_of(publisher, "en"), publisher.site.read("out/index.html"),
                           publisher.site.read("out/tale/en/embed.html")}) {
    CHECK_THAT(page, !Contains("<script>") && !Contains("alert(\""));
    CHECK_THAT(page,
               Contains("<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</title>"));
    CHECK(first_unbalanced(page) == "");
  }
}

TEST_CASE("a page says to machines what it is, and no text of it can end that") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: \"</script><b> & \\u2028\"\npublished: 2021-03-14\nauthors: [Ana]\n");
  REQUIRE(publisher.build() == Names{});
  const std::string page = page_of(publisher, "en");
  const auto start = page.find("<script type=\"application/ld+json\">");
  REQUIRE(start != std::string::npos);
  const std::string data = page.substr(start, page.find("</script>", start) - start);
  CHECK_THAT(data, Contains(R"("@type": "NewsArticle")") &&
                       Contains(R"("headline": "\u003C/script\u003E\u003Cb\u003E \u0026 \u2028")") &&
                       Contains(R"("datePublished": "2021-03-14T00:00:00Z")") &&
                       Contains(R"("author": [{"@type": "Person", "name": "Ana"}])") &&
                       Contains(R"("publisher": {"@type": "Organization", "name": "The Desk")"));
  CHECK_THAT(page_of(publisher, "es"), Contains(R"("author": [{"@type": "Organization", "name": "The Desk")"));
}
