#include "publish/sitemap/sitemaps.hpp"
#include "publish/output/site_in_memory.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

std::string file(const Publisher& publisher, const std::string& name) { return publisher.site.read("out/" + name); }

} // namespace

TEST_CASE("the sitemap has every page, and each names itself and its translations") {
  Publisher publisher;
  publisher.write_article("tale/es.md", "title: T\npublished: 2021-03-14\n");
  REQUIRE(publisher.build() == Names{});
  const std::string map = file(publisher, "sitemap.xml");
  CHECK_THAT(map, Contains("<loc>https://news.example/a/</loc>"));
  const std::string alternates =
      "    <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example/a/tale/en/\"/>\n"
      "    <xhtml:link rel=\"alternate\" hreflang=\"es\" href=\"https://news.example/a/tale/es/\"/>\n"
      "    <xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://news.example/a/tale/en/\"/>\n";
  for (const std::string language : {"en", "es"})
    CHECK_THAT(map, Contains("<loc>https://news.example/a/tale/" + language +
                             "/</loc>\n    <lastmod>2021-03-14T00:00:00Z</lastmod>\n" + alternates));
}

TEST_CASE("a sitemap is divided where it would be too long for search engines") {
  Publisher publisher;
  publish::Faults faults;
  const auto settings = publish::read_settings(publisher.folder.path() / "broadside.yaml", {}, faults);
  REQUIRE(settings);
  publish::Sitemaps sitemaps(*settings, 0);
  const publish::ArticleOutline article{"tale", "en", "", "", {{"en", "A Tale", "", "", {}, std::nullopt}}};
  for (int i = 0; i < 50'001; ++i)
    sitemaps.add(article);
  publish::SiteInMemory site;
  publish::OutputInMemory output(site, faults);
  sitemaps.write(output);
  CHECK_FALSE(site.read("sitemap-3.xml"));
  CHECK_THAT(site.read("sitemap-2.xml").value(), Contains("<loc>") && Contains("</urlset>\n"));
  CHECK_THAT(site.read("sitemap.xml").value(), Contains("<sitemapindex ") &&
                                                   Contains("<loc>https://news.example/a/sitemap-1.xml</loc>") &&
                                                   Contains("<loc>https://news.example/a/sitemap-2.xml</loc>"));
}

TEST_CASE("the articles of the last two days are in a sitemap of their own") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK(!publisher.site.has("out/sitemap-news.xml"));
  publisher.write_article("old/en.md", "title: Old\npublished: 2026-11-25T11:59:00Z\n");
  publisher.write_article("new/en.md", "title: New & fresh\npublished: 2026-11-25T12:01:00Z\n");
  publisher.write_article("new/zh-TW.md", "title: 新\n");
  publisher.write_article("new/zh.md", "title: 新\n");
  REQUIRE(publisher.build() == Names{});
  const std::string news = file(publisher, "sitemap-news.xml");
  CHECK_THAT(news, Contains("<news:name>The Desk</news:name>") && Contains("<news:language>zh-tw</news:language>") &&
                       Contains("<news:language>zh-cn</news:language>") &&
                       Contains("<news:publication_date>2026-11-25T12:01:00Z</news:publication_date>") &&
                       Contains("<news:title>New &#x26; fresh</news:title>") && !Contains("Old"));
}

TEST_CASE("robots.txt names the sitemaps of a site that has a host of its own") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK(!publisher.site.has("out/robots.txt"));
  publisher.folder.write("broadside.yaml", "url: https://news.example/\npublisher: {name: N}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(file(publisher, "robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap.xml\n");
}

TEST_CASE("a robots.txt of the publisher's own stays") {
  Publisher publisher;
  publisher.folder.write("broadside.yaml", "url: https://news.example/\npublisher: {name: N}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  publisher.folder.write("broadside.yaml", "url: https://news.example/a/\npublisher: {name: N}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  REQUIRE(!publisher.site.has("out/robots.txt"));
  publisher.site.write("out/robots.txt", "Disallow: /\n");
  publisher.folder.write("broadside.yaml", "url: https://news.example/\npublisher: {name: N}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(file(publisher, "robots.txt") == "Disallow: /\n");
}
