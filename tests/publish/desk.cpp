#include "publish/desk.hpp"

#include "support/loader.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace broadside;
using Catch::Matchers::Contains;

namespace {

/// A publisher with three articles, and a desk that has built their site.
struct DeskOfThree : Publisher {
  DeskOfThree() {
    write_article("map/en.md", "title: A Map\n", "See [the tale](../tale/en.md#costs).\n");
    write_article("sea/en.md", "title: The Sea\n", "![Sea](../map/sea.png)\n");
    write_article("tale/en.md", "title: A Tale\n", "## Costs\n");
    folder.write("content/map/sea.png", "picture");
    // Files that have only just changed count as changed once more.
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    first = desk.build();
  }

  static publish::SiteOptions options_for(const Publisher& publisher) {
    publish::SiteOptions options;
    options.publisher = publisher.folder.path();
    return options;
  }

  publish::Desk desk{options_for(*this)};
  publish::Desk::State first;
};

} // namespace

TEST_CASE("a desk makes only the articles anew that a change concerns") {
  DeskOfThree publisher;
  REQUIRE(publisher.first.made == 3);
  REQUIRE_FALSE(publisher.first.has_faults);
  CHECK(publisher.desk.build().made == 0);
  CHECK(publisher.desk.build().changed == 0);

  SECTION("the article whose text it is") {
    publisher.write_article("sea/en.md", "title: The Sea\n", "Water.\n");
    const auto state = publisher.desk.build();
    CHECK(state.made == 1);
    CHECK_THAT(state.site->read("sea/en/index.html").value(), Contains("Water."));
  }
  SECTION("and those that link to it, whose anchors may be gone") {
    publisher.write_article("tale/en.md", "title: A Tale\n", "## Prices\n");
    const auto state = publisher.desk.build();
    CHECK(state.made == 2);
    REQUIRE(state.found.size() == 1);
    CHECK_THAT(state.found[0].where, Contains("content/map/en.md:4"));
    CHECK(state.found[0].is_warning);
  }
  SECTION("those that show a picture") {
    publisher.folder.write("content/map/sea.png", "another picture");
    const auto state = publisher.desk.build();
    CHECK(state.made == 2);
    CHECK(state.changed == 1);
    CHECK(state.site->read("map/sea.png") == "another picture");
  }
  SECTION("a new article alone") {
    publisher.write_article("new/en.md", "title: New\n");
    CHECK(publisher.desk.build().made == 1);
  }
  SECTION("all of them, if the settings change") {
    publisher.folder.write("broadside.yaml", "url: https://news.example/b\npublisher: {name: Another}\ndefault: en\n");
    CHECK(publisher.desk.build().made == 3);
  }
  SECTION("none, if nothing but a time changes, and then no page is another") {
    publisher.write_article("sea/en.md", "title: The Sea\n", "![Sea](../map/sea.png)\n");
    const auto state = publisher.desk.build();
    CHECK(state.made == 1);
    CHECK(state.changed == 0);
  }
}

TEST_CASE("a desk keeps the last good site while there is a fault, and goes on when it is mended") {
  DeskOfThree publisher;
  publisher.write_article("sea/en.md", "title: The Sea\npublished: soon\n");
  const auto broken = publisher.desk.build();
  CHECK(broken.has_faults);
  CHECK(broken.changed == 0);
  CHECK(broken.site == publisher.first.site);
  REQUIRE(broken.found.size() == 1);
  CHECK_THAT(broken.found[0].where, Contains("content/sea/en.md:3"));

  publisher.write_article("sea/en.md", "title: The Sea\n", "Mended.\n");
  const auto mended = publisher.desk.build();
  CHECK_FALSE(mended.has_faults);
  CHECK_THAT(mended.site->read("sea/en/index.html").value(), Contains("Mended."));
}

TEST_CASE("a file that was missing mends the articles that name it") {
  DeskOfThree publisher;
  std::filesystem::rename(publisher.folder.path() / "content/map/sea.png", publisher.folder.path() / "content/sea.png");
  REQUIRE(publisher.desk.build().has_faults);
  std::filesystem::rename(publisher.folder.path() / "content/sea.png", publisher.folder.path() / "content/map/sea.png");
  CHECK_FALSE(publisher.desk.build().has_faults);
}

TEST_CASE("a desk shows drafts and texts of the future, and has a fault for a publisher without settings") {
  DeskOfThree publisher;
  publisher.write_article("sea/en.md", "title: The Sea\ndraft: true\n");
  publisher.write_article("map/en.md", "title: A Map\npublished: 2999-01-01\n");
  const auto state = publisher.desk.build();
  CHECK(state.site->read("sea/en/index.html"));
  CHECK(state.site->read("map/en/index.html"));
  std::filesystem::remove(publisher.folder.path() / "broadside.yaml");
  CHECK(publisher.desk.build().has_faults);
}

TEST_CASE("the policy of a desk allows its own script and what that fetches, and nothing else more") {
  DeskOfThree publisher;
  const auto own = html::Url::check_base("http://localhost:8080/.desk/").value();
  const auto policy = publisher.desk.policy(own);
  CHECK_THAT(policy, Contains("; script-src https://news.example/a/broadside-frame.js http://localhost:8080/.desk/;"));
  CHECK_THAT(policy, Contains("; connect-src http://localhost:8080/.desk/"));
}
