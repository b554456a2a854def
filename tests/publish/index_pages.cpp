#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

void write_articles(Publisher& publisher, int first, int count) {
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(100 + i);
    publisher.write_article("a" + number + "/en.md", "title: Article " + number + "\npublished: 2021-" +
                                                         std::to_string(10 + i / 28 % 3) + "-" +
                                                         std::to_string(10 + i % 20) + "\n");
  }
}

std::size_t count_articles(const std::string& page) {
  std::size_t count = 0;
  for (auto at = page.find("<h2>"); at != std::string::npos; at = page.find("<h2>", at + 1))
    ++count;
  return count;
}

} // namespace

TEST_CASE("the first page lists all articles, and links to no other, if they are fewer than forty") {
  Publisher publisher;
  write_articles(publisher, 0, 38);
  REQUIRE(publisher.build() == Names{});
  const auto page = publisher.site.read("out/index.html");
  CHECK(count_articles(page) == 39);
  CHECK_THAT(page, !Contains("<nav"));
  CHECK_FALSE(publisher.site.has("out/page"));
}

TEST_CASE("earlier articles are on pages of twenty, which are numbered from the oldest and named by their dates") {
  Publisher publisher;
  write_articles(publisher, 0, 46);
  REQUIRE(publisher.build() == Names{});
  const auto first = publisher.site.read("out/index.html");
  const auto oldest = publisher.site.read("out/page/1/index.html");
  CHECK(count_articles(first) == 27);
  CHECK(count_articles(oldest) == 20);
  CHECK_FALSE(publisher.site.has("out/page/2"));
  CHECK_THAT(first,
             Contains("<nav class=\"page-numbers\"><a href=\"page/1/\" rel=\"next\">October 20, 2021 ›</a></nav>"));
  CHECK_THAT(
      oldest,
      Contains("<a href=\"../../\" rel=\"prev\">‹ The Desk</a><span aria-current=\"page\">October 20, 2021</span>"));
  CHECK_THAT(oldest, Contains("<h1><a href=\"../../\">The Desk</a></h1>") &&
                         Contains("<title>The Desk – October 20, 2021</title>"));
  // The one without a date counts as the oldest.
  CHECK_THAT(oldest, Contains("<a href=\"../../tale/en/\">A Tale</a>"));
  CHECK_THAT(oldest, Contains("<a href=\"../../tale/es/\" hreflang=\"es\""));

  SECTION("newer articles change none of them but for the link to the next page") {
    write_articles(publisher, 60, 13);
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.site.read("out/page/1/index.html") != oldest);
    const auto before = publisher.site.read("out/page/2/index.html");
    CHECK(count_articles(before) == 20);
    CHECK_THAT(publisher.site.read("out/page/1/index.html"),
               Contains("<a href=\"../2/\" rel=\"prev\">‹ November 22, 2021</a>"));
    write_articles(publisher, 80, 3);
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.site.read("out/page/2/index.html") == before);
  }
  SECTION("a page that is not needed any more goes") {
    for (int i = 0; i < 20; ++i)
      std::filesystem::remove_all(publisher.folder.path() / ("content/a" + std::to_string(100 + i)));
    REQUIRE(publisher.build() == Names{});
    CHECK_FALSE(publisher.site.has("out/page"));
  }
}
