#include "core/article/article.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

article::Article article_of(const Publisher& publisher) {
  const auto article = article::parse(publisher.site.read("out/tale/article.json"));
  REQUIRE(article);
  return *article;
}

// Returns the names of the site's files but for feeds and sitemaps, and for what the build keeps for itself.
Names site_files(const Publisher& publisher) {
  Names names = publisher.site.files();
  std::erase_if(names, [](const std::string& name) {
    return name.starts_with("out/.broadside-build/") || name.starts_with("out/atom.") ||
           name.starts_with("out/feed.") || name.starts_with("out/sitemap");
  });
  return names;
}

} // namespace

TEST_CASE("a site has article.json and a page in each language") {
  Publisher publisher;
  publisher.folder.write("content/tale/pictures/a b.png", "picture");
  publisher.folder.write("content/tale/.hidden", "");
  REQUIRE(publisher.build() == Names{});
  CHECK(site_files(publisher) == Names{"out/broadside-frame.js", "out/broadside.css", "out/index.html",
                                       "out/tale/article.json", "out/tale/en/embed.html", "out/tale/en/index.html",
                                       "out/tale/en/oembed.json", "out/tale/es/embed.html", "out/tale/es/index.html",
                                       "out/tale/es/oembed.json", "out/tale/pictures/a b.png"});
  CHECK_THAT(publisher.site.read("out/broadside.css"), Contains(".broadside-page"));
  CHECK_THAT(publisher.site.read("out/index.html"), Contains("<a href=\"tale/en/\">A Tale</a>"));
}

TEST_CASE("the list of articles shows who wrote them, a picture and the other languages, and names the licence") {
  Publisher publisher;
  publisher.folder.write("content/tale/p.png", "");
  publisher.write_article("tale/en.md",
                          "title: A Tale\nauthors: [Ana, Bob]\nlead: {src: p.png, alt: x, width: 3, height: 2}\n");
  REQUIRE(publisher.build() == Names{});
  const auto page = publisher.site.read("out/index.html");
  CHECK_THAT(
      page,
      Contains("<img src=\"https://news.example/a/tale/p.png\" alt=\"\" loading=\"lazy\" width=\"3\" height=\"2\">"));
  CHECK_THAT(page, Contains("<p class=\"byline\">By <bdi class=\"author\">Ana</bdi> and "));
  CHECK_THAT(page, Contains("<a href=\"tale/es/\" hreflang=\"es\" lang=\"es\" dir=\"ltr\">español</a>") ||
                       Contains("<a href=\"tale/es/\" hreflang=\"es\" lang=\"es\" dir=\"ltr\">Español</a>"));
  const std::string link =
      "<p><a rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a></p>";
  CHECK_THAT(page, Contains(link));
  CHECK_THAT(publisher.site.read("out/tale/en/index.html"), Contains(link));
}

TEST_CASE("a licence that is not known is named as it was written") {
  const auto shown = [](const std::string& written) {
    Publisher publisher;
    auto settings = publisher.folder.read("broadside.yaml");
    settings.replace(settings.find("CC BY 4.0"), 9, written);
    publisher.folder.write("broadside.yaml", settings);
    REQUIRE(publisher.build() == Names{});
    return publisher.site.read("out/index.html");
  };
  CHECK_THAT(shown("CC-BY-NC-SA-3.0"),
             Contains("\"https://creativecommons.org/licenses/by-nc-sa/3.0/\">CC BY-NC-SA 3.0</a>"));
  CHECK_THAT(shown("CC0-1.0"), Contains("\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0 1.0</a>"));
  CHECK_THAT(shown("https://x.example/l"), Contains("\"https://x.example/l\">https://x.example/l</a>"));
  CHECK_THAT(shown("All rights <reserved>"), Contains("<p>All rights &lt;reserved&gt;</p>"));
}

TEST_CASE("article.json states how many levels of replies are shown if it is not the usual number") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).replies->depth == 5);
  CHECK_THAT(publisher.site.read("out/tale/article.json"), !Contains("\"depth\""));
  publisher.folder.write("broadside.yaml", publisher.folder.read("broadside.yaml") + "thread-depth: 3\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).replies->depth == 3);
  CHECK_THAT(publisher.site.read("out/tale/article.json"), Contains("\"depth\": 3") || Contains("\"depth\":3"));
}

// fern-api/fern#5599, hexojs/hexo-renderer-marked#72, codacy/docs#271, slatedocs/slate#890
TEST_CASE("article.json holds nothing from comments, and the view is the same without them") {
  Publisher publisher;
  const std::string text =
      "Text <!-- TODO: source is J. Doe, do not name --> more\n\n<!--\nJ. Doe\n\nagain\n-->\n\n`<!-- a -->`\n";
  publisher.write_article("tale/en.md", "title: A Tale\n", text);
  REQUIRE(publisher.build() == Names{});
  const std::string json = publisher.site.read("out/tale/article.json");
  CHECK_THAT(json, !Contains("J. Doe"));
  CHECK_THAT(json, Contains("Text <!-- --> more\\n\\n<!-- -->\\n\\n`<!-- a -->`"));
  CHECK_THAT(json, Contains("[\"p\",\"Text  more\"],[\"p\",[\"code\",\"<!-- a -->\"]]"));
}

TEST_CASE("raw HTML is kept if nothing states the mode for it") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A Tale\n", "H<sub>2</sub>O\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).raw_html == markdown::RawHtml::sanitize);
  CHECK_THAT(publisher.site.read("out/tale/en/index.html"), Contains("H<sub>2</sub>O"));
}

TEST_CASE("article.json holds what the publisher wrote") {
  Publisher publisher;
  publisher.folder.write("content/tale/picture.svg", "<svg/>");
  publisher.write_article(
      "tale/en.md",
      "title: no\ndek: 1e3\nauthor: A\nauthors: [B, C]\npublished: 2021-03-14\n"
      "modified: 2021-03-15T10:00:00Z\nlead:\n  src: picture.svg\n  alt: x\n  width: 30\nkey: [1, {a: b}]\n",
      "![p](picture.svg) [more](notes.pdf)\n");
  publisher.write_article("tale/ar.md", "title: T\npublished: 2020-01-01\n");
  REQUIRE(publisher.build() == Names{});
  const auto article = article_of(publisher);
  CHECK(article.id == "tale");
  CHECK(article.default_language == "en");
  CHECK(article.canonical->text() == "https://news.example/a/tale/en/");
  CHECK(article.publisher.name == "The Desk");
  CHECK(article.publisher.url->text() == "https://news.example/a/");
  CHECK(article.license == "CC BY 4.0");
  CHECK(article.published == "2021-03-14");
  CHECK(article.modified == "2021-03-15T10:00:00Z");
  CHECK(article.replies->endpoint.text() == "https://replies.example/v1/articles/tale/replies");
  CHECK(article.replies->open);
  REQUIRE(article.translations.size() == 3);
  CHECK(article.translations[1].language == "ar");
  const auto& english = article.translations[0];
  CHECK(english.title == "no");
  CHECK(english.dek == "1e3");
  CHECK(english.authors == Names{"A", "B", "C"});
  CHECK(english.lead->src.text() == "https://news.example/a/tale/picture.svg");
  CHECK(english.lead->width == 30);
  CHECK(english.markdown == "![p](picture.svg) [more](notes.pdf)\n");
  CHECK(english.url->text() == "https://news.example/a/tale/en/");
}

TEST_CASE("a text's file name may be in upper or lower case, and its language tag is in the usual case") {
  Publisher publisher;
  publisher.write_article("tale/zh-hant.md", "title: T\n");
  publisher.write_article("tale/ja.md", "title: T\noriginal: ZH-HANT\n");
  REQUIRE(publisher.build() == Names{});
  const auto article = article_of(publisher);
  REQUIRE(article.find("zh-Hant") != nullptr);
  CHECK(article.find("zh-Hant")->url->text() == "https://news.example/a/tale/zh-Hant/");
  CHECK(article.find("ja")->original == "zh-Hant");
}

TEST_CASE("the modes for raw HTML and typography are the publisher's, or else the article's own") {
  Publisher publisher;
  publisher.write_article("other/en.md", "title: T\nhtml: drop\n");
  publisher.folder.write("broadside.yaml",
                         publisher.folder.read("broadside.yaml") + "html: escape\ntypography: smart\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).raw_html == markdown::RawHtml::escape);
  CHECK(article_of(publisher).typography == markdown::Typography::smart);
  CHECK_THAT(publisher.site.read("out/other/article.json"), Contains("\"html\": \"drop\"") && Contains("\"smart\""));
}

TEST_CASE("each translation states when it was changed, from which text and by whom it was made") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A\npublished: 2021-03-14\nmodified: 2021-03-20\n");
  publisher.write_article("tale/es.md", "title: A\npublished: 2021-03-15\noriginal: en\nmachine: true\n");
  REQUIRE(publisher.build() == Names{});
  const auto article = article_of(publisher);
  CHECK(article.find("en")->modified == "2021-03-20");
  CHECK(article.find("es")->modified == "2021-03-15");
  CHECK(article.find("es")->original == "en");
  CHECK(article.find("es")->machine);
  const auto page = publisher.site.read("out/tale/es/index.html");
  CHECK_THAT(page, Contains("Este texto se ha traducido automáticamente."));
  CHECK_THAT(page, Contains("<time datetime=\"2021-03-15\">") && Contains("<time datetime=\"2021-03-20\">"));
  CHECK_THAT(publisher.site.read("out/tale/en/index.html"), !Contains("class=\"translation\""));
}

TEST_CASE("a member of the lead picture that is missing stays unknown, and an empty one means an ornament") {
  Publisher publisher;
  const std::string lead = "title: A\nlead:\n  src: //x.example/p.png\n";
  publisher.write_article("tale/en.md", lead + "  alt: A drawing\n");
  publisher.write_article("tale/es.md", lead);
  publisher.write_article("tale/fr.md", lead + "  alt: ''\n");
  REQUIRE(publisher.build() == Names{});
  const auto article = article_of(publisher);
  CHECK(article.find("es")->lead->alt == std::nullopt);
  CHECK(article.find("fr")->lead->alt == "");
  CHECK_THAT(publisher.site.read("out/tale/es/index.html"), Contains("alt=\"A drawing\" lang=\"en\" dir=\"ltr\""));
}

TEST_CASE("the translations into other languages get files of their own if they would be too long together") {
  Publisher publisher;
  const std::string text(20000, 'x');
  publisher.write_article("tale/en.md", "title: A Tale\nmodified: 2021-03-14\n", text);
  publisher.write_article("tale/es.md", "title: Un cuento\nmodified: 2021-03-15\n", text);
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).find("es")->markdown == text);
  CHECK_FALSE(publisher.site.has("out/tale/es.json"));

  publisher.write_article("tale/de.md", "title: Eine Geschichte\n", text);
  publisher.write_article("tale/fr.md", "title: Un conte\n", text);
  REQUIRE(publisher.build() == Names{});
  const auto article = article_of(publisher);
  CHECK(article.find("en")->markdown == text);
  CHECK(article.find("es")->href->text() == "https://news.example/a/tale/es.json");
  CHECK(article.find("es")->title == "Un cuento");
  CHECK(article.find("es")->modified == "2021-03-15");
  CHECK(article.find("es")->markdown.empty());
  CHECK_THAT(publisher.site.read("out/tale/es.json"),
             Contains("\"markdown\": \"xxx") && Contains("\"view\": [\"article\"") && !Contains("\"href\": "));
  CHECK_THAT(publisher.site.read("out/tale/article.json"), !Contains("Eine Geschichte</h1>"));

  std::filesystem::remove(publisher.folder.path() / "content/tale/fr.md");
  std::filesystem::remove(publisher.folder.path() / "content/tale/de.md");
  REQUIRE(publisher.build() == Names{});
  for (const char* gone : {"out/tale/es.json", "out/tale/de.json", "out/tale/fr.json"})
    CHECK_FALSE(publisher.site.has(gone));
}

TEST_CASE("a translation's file does not overwrite a file of the publisher") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A\n", std::string(100000, 'x'));
  publisher.folder.write("content/tale/es.json", "{}");
  CHECK(publisher.build() == Names{"conflict at content/tale/es.json"});
}

TEST_CASE("a view's addresses are absolute") {
  Publisher publisher;
  publisher.folder.write("content/tale/picture.svg", "<svg/>");
  publisher.write_article("tale/en.md", "title: T\n", "![p](picture.svg) [more](notes.pdf)\n");
  REQUIRE(publisher.build() == Names{});
  const auto json = publisher.site.read("out/tale/article.json");
  CHECK_THAT(json, Contains(R"("view": ["article",{"class":"article","lang":"en","dir":"ltr"})"));
  CHECK_THAT(json, Contains(R"(["img",{"src":"https://news.example/a/tale/picture.svg")"));
  CHECK_THAT(json, Contains(R"(["a",{"href":"https://news.example/a/tale/notes.pdf"},"more"])"));
}

TEST_CASE("the default language is one that the article has") {
  Publisher publisher;
  publisher.folder.write("broadside.yaml", "publisher: {name: N, url: https://x.example/}\ndefault: fr\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(article_of(publisher).default_language == "en");
  CHECK_FALSE(article_of(publisher).replies);
}

TEST_CASE("files of an earlier build are removed when their sources are gone, and no other files are") {
  Publisher publisher;
  publisher.folder.write("content/gone/deep/picture.svg", "<svg/>");
  publisher.write_article("gone/en.md", "title: Gone\n");
  REQUIRE(publisher.build() == Names{});
  publisher.site.write("out/CNAME", "news.example");
  publisher.site.write("out/tale/kept.txt", "");
  std::filesystem::remove_all(publisher.folder.path() / "content/gone");
  REQUIRE(publisher.build() == Names{});
  CHECK(site_files(publisher) == Names{"out/CNAME", "out/broadside-frame.js", "out/broadside.css", "out/index.html",
                                       "out/tale/article.json", "out/tale/en/embed.html", "out/tale/en/index.html",
                                       "out/tale/en/oembed.json", "out/tale/es/embed.html", "out/tale/es/index.html",
                                       "out/tale/es/oembed.json", "out/tale/kept.txt"});
  CHECK_FALSE(publisher.site.has("out/gone"));
}

TEST_CASE("a record that names files outside the site removes nothing there") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  publisher.site.write("precious", "");
  const auto elsewhere = (publisher.site.path() / "precious").string();
  publisher.site.write("out/.broadside-build/files", std::string("../precious\0", 12) + elsewhere + '\0');
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.site.has("precious"));
}

TEST_CASE("a failed build leaves the site as it was") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  const auto page = publisher.site.read("out/tale/en/index.html");
  const auto files = publisher.site.files();
  publisher.write_article("tale/en.md", "title: Changed\n");
  publisher.write_article("tale/es.md", "dek: No title\n");
  REQUIRE(publisher.build().size() == 1);
  CHECK(publisher.site.files() == files);
  CHECK(publisher.site.read("out/tale/en/index.html") == page);
}

TEST_CASE("a folder that no build made stays as it was") {
  Publisher publisher;
  publisher.site.write("out/thesis.doc", "");
  CHECK(publisher.build() == Names{"not-ours at " + (publisher.site.path() / "out").string()});
  CHECK(publisher.site.files() == Names{"out/thesis.doc"});
}
