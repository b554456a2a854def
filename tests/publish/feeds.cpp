#include "support/publisher.hpp"

#include "core/json/cursor.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

std::string file(const Publisher& publisher, const std::string& name) { return publisher.site.read("out/" + name); }

// Returns the content of all elements of that name.
Names elements(const std::string& xml, const std::string& name) {
  const std::regex element("<" + name + "(?:\\s[^>]*)?>([^<]*)</" + name + ">");
  Names found;
  for (auto at = std::sregex_iterator(xml.begin(), xml.end(), element); at != std::sregex_iterator(); ++at)
    found.push_back((*at)[1]);
  return found;
}

} // namespace

TEST_CASE("a site has a set of feeds, and each language one of its own") {
  Publisher publisher;
  publisher.write_article("fable/es.md", "title: Una fábula\npublished: 2026-01-02\n");
  REQUIRE(publisher.build() == Names{});
  // In the site's feed each article is in the default language, or else in its own.
  CHECK(elements(file(publisher, "feed.xml"), "title") == Names{"The Desk", "Una fábula", "A Tale"});
  CHECK(elements(file(publisher, "feed.en.xml"), "title") == Names{"The Desk – English", "A Tale"});
  CHECK(elements(file(publisher, "atom.es.xml"), "title") == Names{"The Desk – Español", "Una fábula", "Un cuento"});
  CHECK_THAT(file(publisher, "feed.es.json"), Contains("\"title\": \"Una fábula\""));
}

TEST_CASE("a page names the feeds of its language first, and then those of the site") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  const std::string page = file(publisher, "tale/es/index.html");
  const auto own = page.find("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"The Desk – Español\" "
                             "href=\"https://news.example/a/atom.es.xml\">");
  const auto all = page.find("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"The Desk\" "
                             "href=\"https://news.example/a/atom.xml\">");
  CHECK(own != std::string::npos);
  CHECK(all != std::string::npos);
  CHECK(own < all);
  CHECK_THAT(file(publisher, "index.html"),
             Contains("href=\"https://news.example/a/feed.json\"") && !Contains("feed.en"));
}

TEST_CASE("an item's id stays when the site moves within its host, and its address is the page's") {
  Publisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(file(publisher, "feed.xml"),
             Contains("<guid isPermaLink=\"false\">tag:news.example,2026:tale/en</guid>") &&
                 Contains("<link>https://news.example/a/tale/en/</link>"));
  CHECK_THAT(file(publisher, "atom.xml"), Contains("<id>tag:news.example,2026:tale/en</id>"));
  publisher.folder.write("broadside.yaml", "url: https://news.example:8443/b/\npublisher: {name: N}\ndefault: en\n");
  REQUIRE(publisher.build() == Names{});
  CHECK_THAT(file(publisher, "feed.json"), Contains("\"id\": \"tag:news.example,2026:tale/en\""));
}

TEST_CASE("the dates of feeds are whole times, and a date alone is midnight UTC") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: T\npublished: 2021-03-14\nmodified: 2021-03-15T01:30:00+02:00\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(elements(file(publisher, "feed.xml"), "pubDate") == Names{"Sun, 14 Mar 2021 00:00:00 GMT"});
  CHECK(elements(file(publisher, "atom.xml"), "published") == Names{"2021-03-14T00:00:00Z"});
  CHECK(elements(file(publisher, "atom.xml"), "updated") == Names{"2021-03-14T23:30:00Z", "2021-03-14T23:30:00Z"});
  CHECK_THAT(file(publisher, "feed.json"), Contains("\"date_modified\": \"2021-03-14T23:30:00Z\""));
}

TEST_CASE("a text without a date comes last, and its time does not change with each build") {
  Publisher publisher;
  publisher.write_article("a-note/en.md", "title: Undated\n");
  publisher.write_article("tale/en.md", "title: Dated\npublished: 2021-03-14\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(elements(file(publisher, "feed.en.xml"), "title") == Names{"The Desk – English", "Dated", "Undated"});
  CHECK(elements(file(publisher, "feed.en.xml"), "pubDate").size() == 1);
  CHECK(elements(file(publisher, "atom.en.xml"), "updated").back() == "1970-01-01T00:00:00Z");
}

TEST_CASE("a feed has the twenty latest items") {
  Publisher publisher;
  for (int i = 1; i <= 25; ++i) {
    const std::string day = (i < 10 ? "0" : "") + std::to_string(i);
    publisher.write_article("day-" + day + "/en.md", "title: Day " + day + "\npublished: 2021-01-" + day + "\n");
  }
  REQUIRE(publisher.build() == Names{});
  const Names titles = elements(file(publisher, "atom.en.xml"), "title");
  REQUIRE(titles.size() == 21);
  CHECK(titles[1] == "Day 25");
  CHECK(titles[20] == "Day 06");
}

TEST_CASE("every item has an author") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: T\nauthors: [Ana, Eva & Co]\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(elements(file(publisher, "feed.en.xml"), "dc:creator") == Names{"Ana", "Eva &#x26; Co"});
  CHECK(elements(file(publisher, "feed.es.xml"), "dc:creator") == Names{"The Desk"});
  CHECK(elements(file(publisher, "atom.es.xml"), "name") == Names{"The Desk", "The Desk"});
}

TEST_CASE("an item holds the whole text, with absolute addresses and without classes and forms") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: T\nlead: {src: p.gif, alt: A}\n",
                          "- [x] Done\n- [ ] [More](es.md)\n\nA claim[^1] and [a place](#end).\n\n## End\n\n"
                          "[^1]: The note.\n\n<script>alert(1)</script>\n");
  publisher.folder.write("content/tale/p.gif", std::string("GIF89a\x03\0\x02\0", 10));
  REQUIRE(publisher.build() == Names{});
  const auto root = json::parse(file(publisher, "feed.en.json"));
  REQUIRE(root);
  json::Reading reading;
  const auto items = json::Cursor(*root, reading)["items"].items(json::Presence::required);
  REQUIRE(items.size() == 1);
  const std::string html = items[0]["content_html"].string(json::Presence::required);
  CHECK_THAT(html, Contains("<div lang=\"en\" dir=\"ltr\">") && Contains("src=\"https://news.example/a/tale/p.gif\"") &&
                       Contains("☑") && Contains("☐ <a href=\"https://news.example/a/tale/es/\">More</a>") &&
                       Contains("href=\"https://news.example/a/tale/en/#article-end\"") && Contains("The note."));
  CHECK_THAT(html, !Contains("class=") && !Contains("<input") && !Contains("<script") && !Contains("style="));
}

// PU-02: gohugoio/hugo#3268, 11ty/eleventy-plugin-rss#5
TEST_CASE("no character that XML forbids gets into a feed") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: \"A\\x0BB \\uFFFE& <C>\"\n",
                          "x\x0By\x18z \xEF\xBF\xBE &nbsp; &hearts;\n");
  REQUIRE(publisher.build() == Names{});
  const std::string feed = file(publisher, "feed.en.xml");
  CHECK(elements(feed, "title").back() == "AB &#x26; &#x3C;C&#x3E;");
  CHECK_THAT(feed, Contains("xyz  \u00A0 ♥"));
  CHECK(feed.find_first_of("\x0B\x18") == std::string::npos);
}
