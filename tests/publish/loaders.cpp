#include "publish/loaders.hpp"
#include "support/loader.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

Names names_of(const std::vector<publish::PublishedLoader>& loaders) {
  Names names;
  for (const auto& loader : loaders)
    names.push_back(loader.name + (loader.is_in_use ? " in use" : ""));
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<publish::PublishedLoader> loaders_of(const Publisher& publisher) {
  publish::Faults faults;
  auto loaders = publish::loaders_in(publisher.site.path() / "out", faults);
  REQUIRE_FALSE(faults.any());
  return loaders;
}

// Writes a loader as builds did before each loader had its own folder.
void write_unversioned_loader(const Publisher& publisher) {
  std::string record = publisher.site.read("out/.broadside-build/files");
  for (const std::string name : {"broadside.js", "broadside-core.0123.wasm", "manifest.json"}) {
    publisher.site.write("out/broadside/" + name, "early");
    record += "broadside/" + name + '\0';
  }
  publisher.site.write("out/.broadside-build/files", record);
}

} // namespace

TEST_CASE("a build with another loader leaves the earlier ones as they were") {
  Publisher publisher;
  const Folder dist;
  publisher.loader = dist.path();
  write_loader(dist, "1.0.0-a", "first");
  REQUIRE(publisher.build() == Names{});
  write_unversioned_loader(publisher);
  write_loader(dist, "1.0.0-b", "second");
  REQUIRE(publisher.build() == Names{});
  REQUIRE(publisher.build() == Names{});

  CHECK(publisher.site.read("out/broadside/1.0.0-a/broadside.js") == "first");
  CHECK(publisher.site.read("out/broadside/1.0.0-a/broadside-core.wasm") == "core of first");
  CHECK(publisher.site.read("out/broadside/1.0.0-b/broadside.js") == "second");
  for (const char* name : {"broadside.js", "broadside-core.0123.wasm", "manifest.json"})
    CHECK(publisher.site.read(std::string("out/broadside/") + name) == "early");
  CHECK_THAT(publisher.site.read("out/tale/en/index.html"), Contains("broadside/1.0.0-b/broadside.js"));
  CHECK(names_of(loaders_of(publisher)) == Names{"1.0.0-a", "1.0.0-b in use", "unversioned"});

  publisher.loader.reset();
  REQUIRE(publisher.build() == Names{});
  CHECK(names_of(loaders_of(publisher)) == Names{"1.0.0-a", "1.0.0-b", "unversioned"});
}

TEST_CASE("a build does not overwrite a loader that hosts may name") {
  Publisher publisher;
  const Folder dist;
  publisher.loader = dist.path();
  write_loader(dist, "1.0.0-a", "first");
  REQUIRE(publisher.build() == Names{});
  write_loader(dist, "1.0.0-a", "changed");
  const std::string folder = (publisher.site.path() / "out/broadside/1.0.0-a/").string();
  CHECK(publisher.build() ==
        Names{"conflict at " + folder + "broadside.js", "conflict at " + folder + "broadside-core.wasm"});
  CHECK(publisher.site.read("out/broadside/1.0.0-a/broadside.js") == "first");
}

TEST_CASE("a site may be made in a folder that holds only loaders") {
  Publisher publisher;
  publisher.site.write("out/broadside/1.0.0-a/broadside.js", "early");
  REQUIRE(publisher.build() == Names{});
  CHECK(publisher.site.read("out/broadside/1.0.0-a/broadside.js") == "early");
}

TEST_CASE("an article's folder cannot be named like the folder of the loaders") {
  Publisher publisher;
  publisher.write_article("broadside/en.md", "title: A\n");
  CHECK(publisher.build() == Names{"conflict at content/broadside"});
}

TEST_CASE("a loader is removed with all of its files, and with nothing else") {
  Publisher publisher;
  const Folder dist;
  publisher.loader = dist.path();
  for (const char* name : {"1.0.0-a", "1.0.0-b", "1.0.0-c"}) {
    write_loader(dist, name, name);
    REQUIRE(publisher.build() == Names{});
    write_unversioned_loader(publisher);
  }
  REQUIRE(publisher.build() == Names{});
  publisher.site.write("out/broadside/1.0.0-b/notes.txt", "mine");
  publish::Faults faults;
  for (const auto& loader : loaders_of(publisher))
    if (!loader.is_in_use)
      publish::remove_loader(publisher.site.path() / "out", loader, faults);
  CHECK_FALSE(faults.any());
  CHECK(names_of(loaders_of(publisher)) == Names{"1.0.0-c in use"});
  CHECK_FALSE(publisher.site.has("out/broadside/1.0.0-a"));
  CHECK_FALSE(publisher.site.has("out/broadside/broadside.js"));
  CHECK(publisher.site.has("out/broadside/1.0.0-b/notes.txt"));
}

TEST_CASE("loaders are listed only in a folder that is a site") {
  const Folder folder;
  folder.write("broadside/broadside.js", "");
  publish::Faults faults;
  CHECK(publish::loaders_in(folder.path(), faults).empty());
  REQUIRE(faults.any());
  CHECK(faults.all().front().code == "not-ours");
}

TEST_CASE("the build prints the lines that a page needs to show an article") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A <b>Tale</b>\n");
  const Folder dist;
  publisher.loader = dist.path();
  write_loader(dist, "1.0.0-a", "1");
  publisher.build();
  CHECK(publisher.built.embedding ==
        "<script async src=\"https://news.example/a/broadside/1.0.0-a/broadside.js\" integrity=\"" + loader_hash +
            "\" crossorigin=\"anonymous\"></script>\n"
            "<broadside-article src=\"https://news.example/a/tale/article.json\">\n"
            "  <a href=\"https://news.example/a/tale/en/\">A &lt;b&gt;Tale&lt;/b&gt;</a>\n"
            "</broadside-article>\n");
}
