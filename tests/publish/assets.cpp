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
TEST_CASE("files that editors and systems leave behind are not published") {
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
  CHECK(names == Names{"article.json", "embed.html", "embed.html", "index.html", "index.html", "map.png",
                       "notes-interview.txt", "oembed.json", "oembed.json"});
  CHECK(unnamed(publisher) == Names{"tale/notes-interview.txt"});

  publisher.write_article("tale/en.md", "title: T\n", "![x](deep/map.png) ![y](a.png~)\n");
  CHECK(publisher.build() == Names{"missing-picture at content/tale/en.md:4"});
}

// gohugoio/hugo#4853, droppyjs/droppy#72
TEST_CASE("a text finds a file by its name, however the text encodes the accents") {
  const std::string composed = "K\u00FCche";
  const std::string decomposed = "Ku\u0308che";
  const std::string encoded = "Ku%CC%88che";
  const auto [file, text, address] =
      GENERATE_COPY(table<std::string, std::string, std::string>({{composed, decomposed, "K%C3%BCche"},
                                                                  {decomposed, composed, "Ku%CC%88che"},
                                                                  {composed, encoded, "K%C3%BCche"}}));
  Publisher publisher;
  publisher.folder.write("content/tale/" + file + "/" + file + ".png", "");
  publisher.folder.write("content/tale/" + file + ".gif", "");
  publisher.write_article("tale/en.md", "title: T\nlead:\n  src: " + text + ".gif\n",
                          "![K](" + text + "/" + text + ".png) [l](<" + text + ".gif?1>) [r]\n\n[r]: ./" + text +
                              ".gif\n");
  REQUIRE(publisher.build() == Names{});
  CHECK(unnamed(publisher) == Names{});
  const auto page = publisher.site.read("out/tale/en/index.html");
  const std::string at = "\"https://news.example/a/tale/" + address;
  CHECK_THAT(page, Contains("src=" + at + "/" + address + ".png\"") && Contains("href=" + at + ".gif?1\"") &&
                       Contains("href=" + at + ".gif\"") && Contains("src=" + at + ".gif\""));
  CHECK_THAT(publisher.site.read("out/tale/article.json"), !Contains("](" + text));
}

TEST_CASE("a name that is encoded otherwise than the file's, and cannot be corrected, is reported") {
  Publisher publisher;
  publisher.folder.write("content/tale/K\u00FCche.png", "");
  publisher.write_article("tale/en.md", "title: T\n", "![K](Ku\u0308che&#46;png)\n");
  CHECK(publisher.build() == Names{"other-name at content/tale/en.md:4"});
}

// middleman/middleman#20, getpelican/pelican#2306
TEST_CASE("a symbolic link stands for the file or folder to which it leads") {
  Publisher publisher;
  const Folder shared;
  shared.write("x.png", "shared");
  shared.write("more/y.png", "deep");
  const auto link = [&](const fs::path& target, const std::string& name) {
    fs::create_symlink(target, publisher.folder.path() / "content/tale" / name);
  };
  SECTION("a link to a file and to a folder") {
    link(shared.path() / "x.png", "link.png");
    link(shared.path(), "pics");
    publisher.write_article("tale/en.md", "title: T\n", "![a](link.png) ![b](pics/x.png) ![c](pics/more/y.png)\n");
    REQUIRE(publisher.build() == Names{});
    CHECK(publisher.site.read("out/tale/link.png") == "shared");
    CHECK(publisher.site.read("out/tale/pics/more/y.png") == "deep");
    CHECK_FALSE(fs::is_symlink(publisher.site.path() / "out/tale/link.png"));
    CHECK(unnamed(publisher) == Names{});
  }
  SECTION("a link to nothing") {
    link("gone.png", "broken.png");
    link("nowhere", "../rat");
    CHECK(publisher.build() == Names{"broken-link at content/rat", "broken-link at content/tale/broken.png"});
  }
  SECTION("a link to a folder that contains it") {
    const std::string target = GENERATE(".", "..", "../..", "/");
    link(target, "loop");
    CHECK(publisher.build() == Names{"link-loop at content/tale/loop"});
  }
  SECTION("a link to a folder that leads back") {
    fs::create_directory(publisher.folder.path() / "content/tale/a");
    fs::create_symlink(shared.path(), publisher.folder.path() / "content/tale/a/b");
    fs::create_symlink(publisher.folder.path() / "content/tale/a", shared.path() / "c");
    CHECK(publisher.build() == Names{"link-loop at content/tale/a/b/c"});
  }
  SECTION("a link to the site itself") {
    REQUIRE(publisher.build() == Names{});
    link(publisher.site.path() / "out", "out");
    const Names faults = publisher.build();
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front() == "not-ours at content/tale/out/atom.en.xml");
  }
}

TEST_CASE("an entry that is neither a file nor a folder is refused, and the build does not wait for it") {
  Publisher publisher;
  REQUIRE(mkfifo((publisher.folder.path() / "content/tale/pipe").c_str(), 0600) == 0);
  CHECK(publisher.build() == Names{"unreadable at content/tale/pipe"});
}
