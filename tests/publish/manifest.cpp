#include "publish/manifest.hpp"

#include "publish/source/file_stamp.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <thread>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

constexpr const char* manifest = "out/.broadside-build/manifest";

/// A publisher with some articles that name each other, whose site has been built so that nothing has to be made again.
struct BuiltPublisher : Publisher {
  BuiltPublisher() {
    write_article("map/en.md", "title: A Map\npublished: 2026-01-02\n", "See [the tale](../tale/en.md#costs).\n");
    write_article("sea/en.md", "title: The Sea\npublished: 2026-01-03\n", "![Sea](../map/sea.png)\n");
    write_article("tale/en.md", "title: A Tale\npublished: 2026-01-01\n", "## Costs\n");
    folder.write("content/map/sea.png", "picture");
    settle();
  }

  /// Builds until everything is older than a step of the file system's clock.
  void settle() {
    REQUIRE(build() == Names{});
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    REQUIRE(build() == Names{});
  }

  /// Returns the files of the site, each with its text.
  std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> texts;
    for (const std::string& name : site.files())
      if (!name.starts_with("out/.broadside-build"))
        texts[name] = site.read(name);
    return texts;
  }

  /// Builds the site, and once more from nothing, and requires both to be the same.
  void require_same_as_clean() {
    REQUIRE(build() == Names{});
    const auto incremental = contents();
    const auto warnings = built.warnings.size();
    const auto unnamed = built.unnamed;
    fs::remove_all(site.path() / "out");
    REQUIRE(build() == Names{});
    CHECK(incremental == contents());
    CHECK(warnings == built.warnings.size());
    CHECK(unnamed == built.unnamed);
  }
};

} // namespace

TEST_CASE("a build reads only the articles again of which a file has changed") {
  BuiltPublisher publisher;
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.made == Names{});
  CHECK(publisher.built.changed == 0);
  CHECK(publisher.built.articles == 3);
  CHECK(publisher.built.pages == 4);

  SECTION("the article itself") {
    publisher.write_article("sea/en.md", "title: The Sea\npublished: 2026-01-03\n", "Water.\n");
    publisher.require_same_as_clean();
    REQUIRE(publisher.build() == Names{});
  }
  SECTION("one whose list, feeds and sitemap have another title and order now") {
    publisher.write_article("sea/en.md", "title: Another Sea\npublished: 2025-01-03\n", "Water.\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.made == Names{"sea"});
    CHECK_THAT(publisher.site.read("out/index.html"), Contains("Another Sea"));
    CHECK_THAT(publisher.site.read("out/feed.xml"), Contains("Another Sea") && Contains("Water."));
    publisher.require_same_as_clean();
  }
  SECTION("those that link to it, whose anchors may be gone") {
    publisher.write_article("tale/en.md", "title: A Tale\npublished: 2026-01-01\n", "## Prices\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.made == Names{"map", "tale"});
    CHECK(publisher.built.warnings.size() == 1);
    publisher.require_same_as_clean();
  }
  SECTION("those that show a picture of another article") {
    publisher.folder.write("content/map/sea.png", "PICTURE");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.made == Names{"map", "sea"});
    CHECK(publisher.site.read("out/map/sea.png") == "PICTURE");
    publisher.require_same_as_clean();
  }
  SECTION("a new article, and one that is gone") {
    publisher.write_article("new/en.md", "title: New\n");
    fs::remove_all(publisher.folder.path() / "content/sea");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.made == Names{"new"});
    publisher.require_same_as_clean();
  }
}

TEST_CASE("warnings, withheld texts and files that no text names are told again of articles that are not read again") {
  BuiltPublisher publisher;
  publisher.write_article("sea/en.md", "title: The Sea\nmodified: 2020-01-01\npublished: 2026-01-01\n");
  publisher.write_article("later/en.md", "title: Later\npublished: 2027-01-01\n");
  publisher.folder.write("content/map/extra.png", "");
  publisher.settle();
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.made == Names{});
  REQUIRE(publisher.built.warnings.size() == 1);
  CHECK_THAT(publisher.built.warnings[0].where, Contains("content/sea/en.md:3"));
  REQUIRE(publisher.built.withheld.size() == 1);
  CHECK(publisher.built.withheld[0].date == "2027-01-01");
  CHECK(publisher.built.unnamed.size() == 2);

  SECTION("until the time has come") {
    publisher.release.now = 1'798'761'600; // 2027-01-01T00:00:00Z
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.built.withheld.empty());
    CHECK(publisher.site.has("out/later/en/index.html"));
    publisher.require_same_as_clean();
  }
  SECTION("and again when the clock is set back") {
    publisher.release.now = 1'798'761'600;
    publisher.settle();
    publisher.release.now = 1'795'780'800;
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.built.withheld.size() == 1);
    CHECK_FALSE(publisher.site.has("out/later/en/index.html"));
  }
}

TEST_CASE("a file that comes later, and that only a draft names, is kept from readers") {
  BuiltPublisher publisher;
  publisher.write_article("later/en.md", "title: Later\ndraft: true\n", "![x](../map/secret.png)\n");
  publisher.settle();
  publisher.folder.write("content/map/secret.png", "");
  REQUIRE(publisher.build() == Names{});
  CHECK_FALSE(publisher.site.has("out/map/secret.png"));
}

TEST_CASE("a text that changes just after a build, with the same size and time, is read again") {
  Publisher publisher;
  const auto file = publisher.folder.path() / "content/tale/en.md";
  REQUIRE(publisher.build() == Names{});
  for (const char* word : {"Ten", "Six", "Two"}) {
    const auto time = fs::last_write_time(file);
    publisher.write_article("tale/en.md", "title: " + std::string(word) + "\n");
    fs::last_write_time(file, time);
    REQUIRE(publisher.build() == Names{});
    CHECK_THAT(publisher.site.read("out/tale/en/index.html"), Contains("<title>" + std::string(word) + "</title>"));
  }
}

TEST_CASE("files of the site that somebody has altered or deleted are mended") {
  BuiltPublisher publisher;
  const auto before = publisher.contents();
  for (const auto& [name, text] : before) {
    INFO(name);
    const auto time = fs::last_write_time(publisher.site.path() / name);
    publisher.site.write(name, std::string(text.size(), 'x'));
    fs::last_write_time(publisher.site.path() / name, time);
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.built.changed == 1);
    CHECK(publisher.site.read(name) == text);
    fs::remove(publisher.site.path() / name);
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.site.read(name) == text);
  }
  CHECK(publisher.contents() == before);
}

TEST_CASE("everything is made again when the settings, an option or the loader change") {
  BuiltPublisher publisher;
  SECTION("settings") {
    publisher.folder.write("broadside.yaml", "url: https://news.example/b\npublisher: {name: Another}\ndefault: en\n");
  }
  SECTION("an option") { publisher.release.drafts = true; }
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.made == Names{"map", "sea", "tale"});
  publisher.require_same_as_clean();
}

TEST_CASE("a manifest that is damaged, cut or of another program is not believed") {
  BuiltPublisher publisher;
  const std::string whole = publisher.site.read(manifest);
  publisher.write_article("sea/en.md", "title: The Sea\n", "Water.\n");
  std::string damaged = whole;
  SECTION("cut") { damaged.resize(GENERATE(std::size_t{0}, std::size_t{5}, std::size_t{29}, std::size_t{400})); }
  SECTION("cut at its end") { damaged.pop_back(); }
  SECTION("one bit") {
    auto& byte = damaged[damaged.size() / GENERATE(std::size_t{2}, std::size_t{3}, std::size_t{50})];
    byte = static_cast<char>(byte ^ 4);
  }
  SECTION("another version") { damaged.replace(damaged.find(" 1\n"), 2, " 2"); }
  SECTION("zeros") { damaged.assign(damaged.size(), '\0'); }
  SECTION("gone") { damaged.clear(); }
  publisher.site.write(manifest, damaged);
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.made == Names{"map", "sea", "tale"});
  publisher.require_same_as_clean();
}

TEST_CASE("a manifest of another base or another form is empty") {
  BuiltPublisher publisher;
  CHECK(publish::read_manifest(publisher.site.path() / "out", "another program").articles.empty());
  CHECK(publish::read_manifest(publisher.site.path() / "nowhere", "").files.empty());
}

TEST_CASE("a failed build leaves what the last one knew") {
  BuiltPublisher publisher;
  const std::string before = publisher.site.read(manifest);
  publisher.write_article("sea/en.md", "dek: No title\n");
  REQUIRE(publisher.build().size() == 1);
  CHECK(publisher.site.read(manifest) == before);
  publisher.write_article("sea/en.md", "title: Mended\n");
  publisher.require_same_as_clean();
}
