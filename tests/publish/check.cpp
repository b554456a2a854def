#include "publish/check.hpp"
#include "core/article/article.hpp"
#include "support/folder.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using publish::Mend;
using Names = std::vector<std::string>;

namespace {

Names names_of(const std::vector<publish::Fault>& errors, const Folder& folder) {
  Names names;
  for (const Error& error : errors)
    names.push_back(error.code + " at " + error.where.substr(folder.path().string().size() + 1));
  return names;
}

Names found(const Folder& folder) { return names_of(publish::check({folder.path()}, Mend::nothing).found, folder); }

} // namespace

TEST_CASE("check reads all Markdown files of a folder, with or without front matter") {
  Folder folder;
  folder.write("plain.md", "• a\n");
  folder.write("deep/in.md", "---\ntitle: A\n---\n\n• a\n");
  folder.write("deep/unclosed.md", "---\ntitle: A\n• a\n");
  folder.write("link.md", "[a](ftp://x) ![b](none.png)\n");
  folder.write(".hidden/x.md", "• a\n");
  folder.write("x.txt", "• a\n");
  CHECK(found(folder) == Names{"pasted-bullet at deep/in.md:5", "unclosed-front-matter at deep/unclosed.md:1",
                               "missing-picture at link.md:1", "unsafe-address at link.md:1",
                               "pasted-bullet at plain.md:1"});
  CHECK(publish::check({folder.path()}, Mend::nothing).files == 4);
  CHECK(folder.read("plain.md") == "• a\n");
  const auto missing = publish::check({folder.path() / "no.md"}, Mend::nothing);
  CHECK(names_of(missing.found, folder) == Names{"unreadable at no.md"});
}

TEST_CASE("check refuses the text that the build refuses as too long") {
  Folder folder;
  folder.write("en.md", "---\ntitle: A\n---\n" + std::string(2'500'000, 'a'));
  CHECK(found(folder) == Names{"too-long at en.md:4"});
}

TEST_CASE("check judges raw HTML by the text's front matter, or else by the publisher's") {
  Folder folder;
  folder.write("content/a/en.md", "<p>x</p>\n");
  CHECK(found(folder) == Names{});
  folder.write("broadside.yaml", "html: drop\n");
  CHECK(found(folder) == Names{"raw-html at content/a/en.md:1"});
  folder.write("content/a/en.md", "---\nhtml: sanitize\n---\n<p>x</p>\n");
  CHECK(found(folder) == Names{});
  folder.write("content/a/en.md", "---\nhtml: all\n---\n");
  CHECK(found(folder) == Names{"malformed at content/a/en.md:2"});
}

TEST_CASE("check reports missing pictures of raw HTML that readers get") {
  Folder folder;
  folder.write("content/b/there.png", "");
  const std::string text = "<p>\n<img src=\"there.png\"> <img src='no ne.png'>\n<img src=\"https://x.example/y.png\">\n"
                           "<script>'<img src=\"script.png\">'</script></p>\n\nText <img src=inline.png>\n";
  folder.write("content/b/en.md", "---\nhtml: sanitize\n---\n" + text);
  CHECK(found(folder) == Names{"missing-picture at content/b/en.md:5", "missing-picture at content/b/en.md:9",
                               "raw-html at content/b/en.md:4"});
  folder.write("content/b/en.md", "---\nhtml: escape\n---\n" + text);
  CHECK(found(folder) == Names{});
}

TEST_CASE("check refuses a text that is too long for the build") {
  Folder folder;
  folder.write("en.md", "---\ntitle: A\n---\n" + std::string(article::longest_markdown + 1, 'a'));
  CHECK(found(folder) == Names{"too-long at en.md:4"});
}

TEST_CASE("mending rewrites only certain mistakes, and keeps the rest of the file") {
  Folder folder;
  folder.write("a.md", "\xEF\xBB\xBF---\ntitle: A\n---\r\n• a\r\nA.\tb\r\n\r\nend");
  folder.write("b.md", "Nothing to mend. <font>\n");
  const auto checked = publish::check({folder.path()}, Mend::certain);
  CHECK(names_of(checked.mended, folder) == Names{"pasted-bullet at a.md:4"});
  CHECK(names_of(checked.found, folder) == Names{"pasted-bullet at a.md:5", "raw-html at b.md:1"});
  CHECK(checked.mendable == 0);
  CHECK(folder.read("a.md") == "\xEF\xBB\xBF---\ntitle: A\n---\r\n- a\r\nA.\tb\r\n\r\nend");
  CHECK(folder.files() == Names{"a.md", "b.md"});
}

TEST_CASE("a picture whose name has a space is reported by the build, and mended if its file is there") {
  // joakin/markdown-folder-to-html#40, sveltia/sveltia-cms#515
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A\n", "![x](img/Untitled 19.png)\n\n![y](img/gone (2).png)\n");
  publisher.folder.write("content/tale/img/Untitled 19.png", "");
  publish::BuildOptions options;
  options.publisher = publisher.folder.path();
  options.out = publisher.site.path() / "out";
  const auto built = publish::build(options, [](const publish::ArticleOutline&) {});
  REQUIRE_FALSE(built);
  CHECK(names_of(built.error(), publisher.folder) ==
        Names{"address-with-space at content/tale/en.md:4", "address-with-space at content/tale/en.md:6"});
  const auto checked = publish::check({publisher.folder.path()}, Mend::certain);
  CHECK(names_of(checked.mended, publisher.folder) == Names{"address-with-space at content/tale/en.md:4"});
  CHECK_THAT(publisher.folder.read("content/tale/en.md"), Catch::Matchers::Contains("![x](<img/Untitled 19.png>)"));
}

TEST_CASE("mending replaces the file that a link leads to, and keeps its permissions") {
  using std::filesystem::perms;
  Folder folder;
  folder.write("texts/a.md", "• a\n");
  const auto file = folder.path() / "texts/a.md";
  std::filesystem::permissions(file, perms::owner_read | perms::owner_write | perms::group_read);
  std::filesystem::create_symlink(file, folder.path() / "link.md");
  publish::check({folder.path() / "link.md"}, Mend::certain);
  CHECK(std::filesystem::is_symlink(folder.path() / "link.md"));
  CHECK(folder.read("texts/a.md") == "- a\n");
  CHECK(std::filesystem::status(file).permissions() == (perms::owner_read | perms::owner_write | perms::group_read));
}

TEST_CASE("a build warns of mistakes that do not stop it") {
  Publisher publisher;
  publisher.write_article("tale/en.md", "title: A\n", "• a\n\n<iframe></iframe>\n\n[b](hhttps://b.example/)\n");
  publish::BuildOptions options;
  options.publisher = publisher.folder.path();
  options.out = publisher.site.path() / "out";
  const auto built = publish::build(options, [](const publish::ArticleOutline&) {});
  REQUIRE(built);
  CHECK(names_of(built->warnings, publisher.folder) == Names{"pasted-bullet at content/tale/en.md:4",
                                                             "raw-html at content/tale/en.md:6",
                                                             "unsafe-address at content/tale/en.md:8"});
}
