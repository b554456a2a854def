#include "support/publisher.hpp"

#include "publish/source/file_stamp.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace broadside;
using Names = std::vector<std::string>;

namespace {

using Stamps = std::map<std::string, std::optional<publish::FileStamp>>;

Stamps stamps_of_site(const Publisher& publisher) {
  Stamps stamps;
  for (const std::string& name : publisher.site.files())
    if (!name.starts_with("out/.broadside-build"))
      stamps[name] = publish::stamp_of(publisher.site.path() / name);
  return stamps;
}

/// Returns the names of the files that are other files now, or were written again.
Names touched(const Stamps& before, const Stamps& after) {
  Names names;
  for (const auto& [name, stamp] : after)
    if (const auto found = before.find(name); found == before.end() || found->second != stamp)
      names.push_back(name);
  return names;
}

} // namespace

TEST_CASE("a build touches no file whose bytes stay the same") {
  Publisher publisher;
  publisher.write_article("other/en.md", "title: Another\n");
  publisher.folder.write("content/other/picture.png", std::string(200'000, 'p'));
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.built.changed == publisher.built.files);
  const auto before = stamps_of_site(publisher);

  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.built.changed == 0);
  CHECK(touched(before, stamps_of_site(publisher)) == Names{});

  SECTION("a changed text changes its page, and what holds its words") {
    publisher.write_article("tale/en.md", "title: A Tale\n", "Another text.\n");
    REQUIRE(publisher.build() == Names{});
    const auto names = touched(before, stamps_of_site(publisher));
    CHECK(std::find(names.begin(), names.end(), "out/tale/en/index.html") != names.end());
    CHECK(std::find(names.begin(), names.end(), "out/other/en/index.html") == names.end());
    CHECK(publisher.built.changed == names.size());
  }
  SECTION("a picture of the same size with another byte at its end is copied") {
    publisher.folder.write("content/other/picture.png", std::string(199'999, 'p') + "q");
    REQUIRE(publisher.build() == Names{});
    CHECK(touched(before, stamps_of_site(publisher)) == Names{"out/other/picture.png"});
    CHECK(publisher.site.read("out/other/picture.png").back() == 'q');
  }
  SECTION("a file that somebody has altered is mended, and one that is gone comes back") {
    publisher.site.write("out/tale/en/index.html", "altered");
    std::filesystem::remove(publisher.site.path() / "out/tale/es/index.html");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.built.changed == 2);
    CHECK(publisher.site.read("out/tale/en/index.html") != "altered");
    CHECK(publisher.site.has("out/tale/es/index.html"));
  }
  SECTION("files of an article that is gone count as changed") {
    std::filesystem::remove_all(publisher.folder.path() / "content/other");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.built.changed > 5);
    CHECK_FALSE(publisher.site.has("out/other"));
  }
}
