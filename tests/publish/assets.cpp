#include "support/publisher.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Names = std::vector<std::string>;

namespace {

Names unnamed(const Publisher& publisher) {
  Names names;
  for (const auto& file : publisher.built.unnamed)
    names.push_back(file.lexically_relative(publisher.folder.path() / "content").generic_string());
  return names;
}

} // namespace

// spanezz/staticsite#63, hexojs/hexo#109, hahwul/hwaro#611
TEST_CASE("what editors and systems leave behind is not published") {
  Publisher publisher;
  for (const char* name : {"en.md~", "en.md.bak", "en.md.BAK", "#en.md#", "Thumbs.db", ".en.md.swp", "en.md.orig",
                           "desktop.ini", "~$en.docx", "en.md.save", ".DS_Store", "__MACOSX/x.png", "a.png~"})
    publisher.folder.write(std::string("content/tale/") + name, "");
  publisher.folder.write("content/tale/notes-interview.txt", "");
  publisher.folder.write("content/tale/deep/map.png", "");
  publisher.write_article("tale/en.md", "title: T\n", "![x](deep/map.png)\n");
  REQUIRE(publisher.build() == Names{});
  Names names;
  for (const auto& entry : fs::recursive_directory_iterator(publisher.site.path() / "out/tale"))
    if (entry.is_regular_file())
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  CHECK(names == Names{"article.json", "index.html", "index.html", "map.png", "notes-interview.txt"});
  CHECK(unnamed(publisher) == Names{"tale/notes-interview.txt"});

  publisher.write_article("tale/en.md", "title: T\n", "![x](deep/map.png) ![y](a.png~)\n");
  CHECK(publisher.build() == Names{"missing-picture at content/tale/en.md:4"});
}

// gohugoio/hugo#4853, droppyjs/droppy#72
TEST_CASE("a file's name is found however its accents are encoded") {
  const std::string composed = "K\u00FCche";
  const std::string decomposed = "Ku\u0308che";
  const auto [file, text] =
      GENERATE_COPY(table<std::string, std::string>({{composed, decomposed}, {decomposed, composed}}));
  Publisher publisher;
  publisher.folder.write("content/tale/" + file + "/" + file + ".png", "");
  publisher.write_article("tale/en.md", "title: T\n", "![K](" + text + "/" + text + ".png)\n");
  CHECK(publisher.build() == Names{});
  CHECK(unnamed(publisher) == Names{});
}

// middleman/middleman#20, getpelican/pelican#2306
TEST_CASE("a symbolic link is as good as what it leads to") {
  Publisher publisher;
  const Folder shared;
  shared.write("x.png", "shared");
  shared.write("more/y.png", "deep");
  const auto link = [&](const fs::path& target, const std::string& name) {
    fs::create_symlink(target, publisher.folder.path() / "content/tale" / name);
  };
  SECTION("to a file and to a folder") {
    link(shared.path() / "x.png", "link.png");
    link(shared.path(), "pics");
    publisher.write_article("tale/en.md", "title: T\n", "![a](link.png) ![b](pics/x.png) ![c](pics/more/y.png)\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.site.read("out/tale/link.png") == "shared");
    CHECK(publisher.site.read("out/tale/pics/more/y.png") == "deep");
    CHECK_FALSE(fs::is_symlink(publisher.site.path() / "out/tale/link.png"));
    CHECK(unnamed(publisher) == Names{});
  }
  SECTION("to nothing") {
    link("gone.png", "broken.png");
    link("nowhere", "../rat");
    CHECK(publisher.build() == Names{"broken-link at content/rat", "broken-link at content/tale/broken.png"});
  }
  SECTION("to a folder that it lies in") {
    const std::string target = GENERATE(".", "..", "../..", "/");
    link(target, "loop");
    CHECK(publisher.build() == Names{"link-loop at content/tale/loop"});
  }
  SECTION("to a folder that leads back") {
    fs::create_directory(publisher.folder.path() / "content/tale/a");
    fs::create_symlink(shared.path(), publisher.folder.path() / "content/tale/a/b");
    fs::create_symlink(publisher.folder.path() / "content/tale/a", shared.path() / "c");
    CHECK(publisher.build() == Names{"link-loop at content/tale/a/b/c"});
  }
  SECTION("to the site itself") {
    REQUIRE(publisher.build() == Names{});
    link(publisher.site.path() / "out", "out");
    const Names faults = publisher.build();
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front() == "not-ours at content/tale/out/broadside.css");
  }
}

TEST_CASE("what is neither a file nor a folder is refused, and nobody waits for it") {
  Publisher publisher;
  REQUIRE(mkfifo((publisher.folder.path() / "content/tale/pipe").c_str(), 0600) == 0);
  CHECK(publisher.build() == Names{"unreadable at content/tale/pipe"});
}
