#include "core/article/article.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Names = std::vector<std::string>;

namespace {

// Returns the texts that were not built, each with its date in the future.
Names withheld(const Publisher& publisher) {
  Names names;
  for (const auto& text : publisher.built.withheld)
    names.push_back(text.file.lexically_relative(publisher.folder.path() / "content").generic_string() +
                    (text.date.empty() ? "" : " " + text.date));
  return names;
}

Names languages(const Publisher& publisher) {
  Names names;
  const auto article = article::parse(publisher.site.read("out/tale/article.json"));
  REQUIRE(article);
  for (const auto& translation : article->translations)
    names.push_back(translation.language);
  return names;
}

} // namespace

// GoogleChrome/web.dev#2716, cirry/astro-yi#5
TEST_CASE("a draft is not built, and its files are not copied, unless the publisher asks for drafts") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: T\ndraft: true\ndate: 2026-03-01\n", "![x](x.png)\n");
  publisher.folder.write("content/rat/x.png", "");
  publisher.folder.write("content/rat/notes.txt", "");
  REQUIRE(publisher.build() == Names{});
  CHECK_FALSE(publisher.site.has("out/rat"));
  CHECK(withheld(publisher) == Names{"rat/en.md"});
  CHECK(publisher.built.articles == 1);

  publisher.release.drafts = true;
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.site.has("out/rat/en/index.html"));
  CHECK(publisher.site.has("out/rat/x.png"));
  CHECK(withheld(publisher) == Names{});

  publisher.release.drafts = false;
  REQUIRE(publisher.build() == Names{});
  CHECK_FALSE(publisher.site.has("out/rat"));
}

TEST_CASE("a text that has expired goes away, with its files, from lists, feeds and sitemaps") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: The Rat\nexpires: 2026-11-28T12:00:00Z\n", "![x](x.png)\n");
  publisher.write_article("rat/es.md", "title: La rata\nexpires: 2099-01-01\n");
  publisher.folder.write("content/rat/x.png", "");
  const auto names_rat = [&](const char* file) {
    return publisher.site.read(file).find("rat/en/") != std::string::npos;
  };
  REQUIRE(publisher.build() == Names{});
  for (const char* file : {"out/index.html", "out/feed.xml", "out/feed.en.json", "out/sitemap.xml"})
    CHECK(names_rat(file));

  publisher.release.now = 1'795'867'200; // 2026-11-28T12:00:00Z
  REQUIRE(publisher.build() == Names{});
  CHECK(withheld(publisher) == Names{"rat/en.md 2026-11-28T12:00:00Z"});
  CHECK(reason_of(publisher.built.withheld[0]) == "it has expired on 2026-11-28T12:00:00Z");
  for (const char* file : {"out/index.html", "out/feed.xml", "out/feed.en.json", "out/sitemap.xml"})
    CHECK_FALSE(names_rat(file));
  CHECK_FALSE(publisher.site.has("out/rat/en"));
  CHECK_FALSE(publisher.site.has("out/rat/x.png"));
  CHECK(publisher.site.has("out/rat/es/index.html"));
}

TEST_CASE("the default language's text says when the others expire, unless they say so themselves") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: The Rat\nexpires: 2026-11-27\n");
  publisher.write_article("rat/es.md", "title: La rata\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_FALSE(publisher.site.has("out/rat"));
}

TEST_CASE("an end that is no date is a fault") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: The Rat\nexpires: soon\n");
  CHECK(publisher.build() == Names{"malformed at content/rat/en.md:3"});
}

// hydephp/develop#2001, getnikola/nikola#577
TEST_CASE("a text with a future date is not built before that instant") {
  Publisher publisher;
  const auto is_built = [&](const std::string& date) {
    publisher.write_article("rat/en.md", "title: T\ndate: " + date + "\n");
    REQUIRE(publisher.build() == Names{});
    const bool is_there = publisher.site.has("out/rat/en/index.html");
    CHECK(withheld(publisher) == (is_there ? Names{} : Names{"rat/en.md " + date}));
    return is_there;
  };
  CHECK_FALSE(is_built("2099-01-01"));
  CHECK_FALSE(is_built("2026-11-28"));
  CHECK(is_built("2026-11-27"));
  CHECK(is_built("2026-11-27T12:00:00Z"));
  CHECK_FALSE(is_built("2026-11-27T12:00:01Z"));
  CHECK(is_built("2026-11-28T01:30:00+13:45"));
  CHECK_FALSE(is_built("2026-11-27T11:00:00-05:00"));
  publisher.release.future = true;
  CHECK(is_built("2099-01-01"));
}

TEST_CASE("Jekyll's published: false means a draft, and published: true states no date") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: T\npublished: false\n");
  publisher.write_article("ox/en.md", "title: T\npublished: true\ndate: 2021-03-14\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(withheld(publisher) == Names{"rat/en.md"});
  CHECK(article::parse(publisher.site.read("out/ox/article.json"))->published == "2021-03-14");
}

TEST_CASE("a translation that is a draft is left out with its files, and the others are built") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: T\n", "![x](both.png) <a href='english.pdf'>x</a>\n");
  publisher.write_article("tale/es.md", "title: T\ndraft: true\n", "![x](both.png) [x](spanish.png)\n");
  publisher.write_article("ox/en.md", "title: T\n", "[x](../tale/shared.pdf)\n");
  for (const char* name : {"both.png", "english.pdf", "spanish.png", "shared.pdf"})
    publisher.folder.write(std::string("content/tale/") + name, "");
  REQUIRE(publisher.build() == Names{});
  CHECK(languages(publisher) == Names{"en"});
  CHECK_FALSE(publisher.site.has("out/tale/es"));
  CHECK(publisher.site.has("out/tale/both.png"));
  CHECK(publisher.site.has("out/tale/english.pdf"));
  CHECK(publisher.site.has("out/tale/shared.pdf"));
  CHECK_FALSE(publisher.site.has("out/tale/spanish.png"));
  CHECK(publisher.built.unnamed.empty());
}

// Prompthon-IO/agent-systems-handbook#205: readers would get a 404.
TEST_CASE("a link to a text that is not built causes a warning") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "title: T\ndraft: true\n", "[x](../ox/en.md)\n");
  publisher.write_article("ox/en.md", "title: T\ndate: 2099-01-01\n");
  publisher.write_article("tale/en.md", "title: T\n",
                          "[x](../rat/en.md)\n\n<a href='../ox/en.md#x'>x</a>\n\n[p](../rat/en/) [q](es.md)\n");
  const auto warnings = [&] {
    REQUIRE(publisher.build() == Names{});
    Names all;
    for (const Error& warning : publisher.built.warnings)
      if (warning.code == "link-to-withheld")
        all.push_back(warning.where.substr(warning.where.find("tale/")) + " " + warning.message);
    return all;
  };
  CHECK(warnings() ==
        Names{"tale/en.md:4 the link to \"../rat/en.md\" leads nowhere yet, because that text is not built: "
              "it is a draft",
              "tale/en.md:6 the link to \"../ox/en.md\" leads nowhere yet, because that text is not built: "
              "its date, 2099-01-01, is in the future",
              "tale/en.md:8 the link to \"../rat/en/\" leads nowhere yet, because that text is not built: "
              "it is a draft"});
  publisher.release.drafts = publisher.release.future = true;
  CHECK(warnings() == Names{});
}

TEST_CASE("the default language's draft and date apply to translations that state none") {
  Publisher publisher;
  SECTION("the draft") {
    publisher.write_article("tale/en.md", "title: T\ndraft: true\n");
    publisher.write_article("tale/fr.md", "title: T\ndraft: false\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(languages(publisher) == Names{"fr"});
    CHECK(withheld(publisher) == Names{"tale/en.md", "tale/es.md"});
  }
  SECTION("the date") {
    publisher.write_article("tale/en.md", "title: T\npublished: 2099-01-01\n");
    publisher.write_article("tale/fr.md", "title: T\npublished: 2021-01-01\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(languages(publisher) == Names{"fr"});
    CHECK(withheld(publisher) == Names{"tale/en.md 2099-01-01", "tale/es.md 2099-01-01"});
  }
}

TEST_CASE("errors in a draft do not stop the build") {
  Publisher publisher;
  publisher.write_article("rat/en.md", "draft: true\n", "![x](none.png)\n");
  REQUIRE(publisher.build() == Names{});
  publisher.release.drafts = true;
  CHECK(publisher.build() == Names{"missing-picture at content/rat/en.md:4", "missing at content/rat/en.md:2"});
}

TEST_CASE("front matter closes the replies in all languages") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: T\nreplies: closed\n");
  CHECK(publisher.build() == Names{"conflict at content/tale/es.md:1"});
  publisher.write_article("tale/es.md", "title: T\nreplies: closed\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_FALSE(article::parse(publisher.site.read("out/tale/article.json"))->replies->open);
  const auto page = publisher.site.read("out/tale/en/index.html");
  CHECK(page.find("Read the replies") != std::string::npos);
  CHECK(page.find("Replies to this article are closed.") != std::string::npos);
  CHECK(page.find("<form") == std::string::npos);
  publisher.write_article("tale/en.md", "title: T\nreplies: off\n");
  CHECK(publisher.build().front() == "malformed at content/tale/en.md:3");
}

TEST_CASE("a text that was modified before it was published causes a warning") {
  Publisher publisher;
  const auto warnings = [&](const std::string& dates) {
    publisher.write_article("rat/en.md", "title: T\n" + dates);
    REQUIRE(publisher.build() == Names{});
    Names all;
    for (const Error& warning : publisher.built.warnings)
      all.push_back(warning.code + warning.where.substr(warning.where.rfind(':')) + " " + warning.message);
    return all;
  };
  CHECK(
      warnings("published: 2021-03-14\nmodified: 2021-03-13T23:00:00Z\n") ==
      Names{
          "modified-before-published:4 modified: 2021-03-13T23:00:00Z is before the date of publication, 2021-03-14"});
  CHECK(warnings("published: 2021-03-14T10:00:00Z\nmodified: 2021-03-14T10:30:00+01:00\n").size() == 1);
  CHECK(warnings("published: 2021-03-14T10:00:00Z\nmodified: 2021-03-14\n") == Names{});
  CHECK(warnings("published: 2021-03-14T10:00:00Z\nmodified: 2021-03-14T11:00:00+01:00\n") == Names{});
  CHECK(warnings("modified: 2021-03-14\n") == Names{});
}
