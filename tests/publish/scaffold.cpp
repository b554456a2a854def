#include "publish/scaffold.hpp"

#include "publish/build.hpp"
#include "publish/check.hpp"
#include "support/folder.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using publish::Faults;

namespace {

std::string codes_of(const Faults& faults) {
  std::string codes;
  for (const Error& error : faults.all())
    codes += error.code + ";";
  return codes;
}

std::string begun_site(const Folder& folder, const publish::NewSite& site = {}) {
  Faults faults;
  write_site({folder.path(), site.name, site.language}, faults);
  return codes_of(faults);
}

std::string begun_article(const Folder& folder, const std::string& id,
                          const std::string& title = "It’s: A #1 'Title'") {
  Faults faults;
  write_article({folder.path(), id, title}, "2026-11-28", faults);
  return codes_of(faults);
}

std::string begun_translation(const Folder& folder, const std::string& id, const std::string& language) {
  Faults faults;
  write_translation({folder.path(), id, language}, faults);
  return codes_of(faults);
}

auto build_of(const Folder& folder, const Folder& site) {
  publish::BuildOptions options;
  options.publisher = folder.path();
  options.out = site.path() / "site";
  options.release.now = 1'795'953'600; // 2026-11-29T12:00:00Z
  return publish::build(options, [](const auto& /*article*/) {});
}

} // namespace

TEST_CASE("a new site, article and translation are built without a remark, and the translation is a draft") {
  Folder folder, site;
  CHECK(begun_site(folder, {{}, "O'Brien: \"News\" #1", "pt-BR"}).empty());
  CHECK(begun_article(folder, "a-tale").empty());
  CHECK(begun_translation(folder, "a-tale", "es").empty());
  const auto built = build_of(folder, site);
  REQUIRE(built);
  CHECK(built->warnings.empty());
  CHECK(built->articles == 2);
  CHECK(built->withheld.size() == 1);
  CHECK(publish::check({folder.path()}, publish::Mend::nothing).found.empty());
  CHECK(site.read("site/a-tale/article.json").find("It’s: A #1 'Title'") != std::string::npos);
  CHECK(folder.files() == std::vector<std::string>{"broadside.yaml", "content/a-tale/es.md", "content/a-tale/pt-BR.md",
                                                   "content/first-article/pt-BR.md"});
}

TEST_CASE("nothing that exists is replaced, and with a fault nothing is written") {
  Folder folder;
  CHECK(begun_site(folder).empty());
  const auto before = folder.read("broadside.yaml");
  CHECK(begun_site(folder, {{}, "Another", "en"}) == "exists;");
  CHECK(folder.read("broadside.yaml") == before);
  folder.write("content/a/en.md", "---\ntitle: A\n---\nMine\n");
  CHECK(begun_article(folder, "a") == "exists;");
  CHECK(folder.read("content/a/en.md") == "---\ntitle: A\n---\nMine\n");
  CHECK(begun_translation(folder, "a", "en") == "exists;");
  Folder other;
  other.write("content/first-article/en.md", "Mine\n");
  CHECK(begun_site(other) == "exists;");
  CHECK(other.files() == std::vector<std::string>{"content/first-article/en.md"});
}

TEST_CASE("a translation begins with the original's front matter and text") {
  Folder folder;
  CHECK(begun_site(folder).empty());
  folder.write("content/a/en.md", "---\ntitle: A\ndek: B\n---\nText\n");
  CHECK(begun_translation(folder, "a", "zh-hant").empty());
  CHECK(folder.read("content/a/zh-Hant.md") ==
        "---\n# Translate the text, and then remove the next line.\ndraft: true\ntitle: A\ndek: B\n---\nText\n");
}

TEST_CASE("a translation of a draft is no draft twice") {
  Folder folder;
  CHECK(begun_site(folder).empty());
  folder.write("content/a/en.md", "---\ntitle: A\ndraft: true\n---\nText\n");
  CHECK(begun_translation(folder, "a", "es").empty());
  CHECK(folder.read("content/a/es.md") == folder.read("content/a/en.md"));
}

TEST_CASE("each error of a beginning says what to write instead") {
  Folder folder;
  CHECK(begun_article(folder, "a") == "missing;");
  CHECK(begun_site(folder, {{}, "N", "english"}) == "unknown-language;");
  CHECK(begun_site(folder, {{}, "", "en"}) == "malformed;");
  CHECK(begun_site(folder, {{}, "N", "en"}).empty());
  CHECK(begun_article(folder, "A Tale") == "malformed;");
  CHECK(begun_article(folder, "../a") == "malformed;");
  CHECK(begun_article(folder, "a", "two\nlines") == "malformed;");
  CHECK(begun_translation(folder, "none", "es") == "missing;");
  CHECK(begun_translation(folder, "first-article", "en_US") == "malformed;");
}
