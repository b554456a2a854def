#include "publish/source/relative_links.hpp"

#include "core/markdown/parse.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;
using markdown::RawHtml;
using Names = std::vector<std::string>;

namespace {

// A publisher with an article of two texts and a file, and another article.
struct Articles {
  Publisher publisher;

  Articles() {
    publisher.write_article("cat/en.md", "title: C\n", "## Costs\n\n<a id=\"fur\"></a>Text.\n");
    publisher.write_article("rat/es.md", "title: R\n");
    publisher.folder.write("content/rat/there.pdf", "");
    publisher.folder.write("content/rat/deep/note.md", "");
  }

  std::filesystem::path file() const { return publisher.folder.path() / "content/rat/en.md"; }

  std::string written(const std::string& markdown) const {
    return publish::with_page_addresses(markdown, RawHtml::sanitize, file());
  }

  Names warnings(const std::string& markdown) const {
    publish::Faults faults;
    publish::check_relative_links(markdown, markdown::parse(markdown, {}).get(), RawHtml::sanitize, {file(), 1},
                                  faults);
    Names names;
    for (const Error& error : faults.warnings())
      names.push_back(error.code + " at " + error.where.substr(file().string().size() + 1));
    return names;
  }
};

} // namespace

TEST_CASE(
    "a link to another text leads to its page") { // Prompthon-IO/agent-systems-handbook#205, MarkBind/markbind#895
  const Articles articles;
  CHECK(articles.written("[o](../cat/en.md) [s](es.md \"T\") [x](<../cat/en.md>) ![](es.md)\n") ==
        "[o](../cat/en/) [s](es/ \"T\") [x](../cat/en/) ![](es.md)\n");
  CHECK(articles.written(
            "- > [o][c]\n\n[c]: ../cat/en.md 'T'\n\n<a href=\"es.md\">s</a> <p>\n<a class=x href=es.md>s</a>\n") ==
        "- > [o][c]\n\n[c]: ../cat/en/ 'T'\n\n<a href=\"es/\">s</a> <p>\n<a class=x href=es/>s</a>\n");
  CHECK(articles.written("| [o](es.md) | `[o](es.md)` |\n|-|-|\n| a | [b](es.md) |\n") ==
        "| [o](es/) | `[o](es.md)` |\n|-|-|\n| a | [b](es/) |\n");
}

TEST_CASE("a fragment after another text's name becomes the anchor in its page") {
  const Articles articles;
  CHECK(articles.written("[a](../cat/en.md#costs) [c](../cat/en.md#fur)\n") ==
        "[a](../cat/en/#article-costs) [c](../cat/en/#article-fur)\n");
  CHECK(articles.written("[a](../cat/en.md#gone)\n") == "[a](../cat/en/#gone)\n");
  CHECK(articles.written("[a](../cat/en.md#g\\(one)\n") == "[a](../cat/en/#g%28one)\n");
  CHECK(articles.warnings("[a](../cat/en.md#costs)\n\n[b](../cat/en.md#gone)\n") == Names{"missing-anchor at 3"});
}

TEST_CASE("a page's address has the language tag in the usual case, whatever the case of the file's name") {
  const Articles articles;
  articles.publisher.folder.write("content/cat/PT-br.md", "---\ntitle: C\n---\n");
  CHECK(articles.written("[a](../cat/PT-br.md)\n") == "[a](../cat/pt-BR/)\n");
  CHECK(articles.warnings("[a](../cat/PT-br.md) [b](../cat/pt-BR/)\n") == Names{});
}

TEST_CASE("an address that names no text of an article stays as it was typed") {
  const Articles articles;
  for (const char* text :
       {"[p](there.pdf) [w](https://a.example/en.md) [r](/cat/en.md) [d](deep/note.md) [n](../dog/en.md)\n",
        "```\n[o](es.md)\n```\n\n    [o](es.md)\n\n`[o](es.md)` \\[o](es.md)\n", "es.md\n", "[a](#b) [c](?d) []()\n"})
    CHECK(articles.written(text) == text);
}

TEST_CASE("each relative link to nothing causes a warning that names its line") {
  const Articles articles;
  CHECK(articles.warnings("[o](../dog/en.md)\n[p](missing.pdf)\n\n[d](deep/note.md) [l]\n\n[l]: fr.md\n\n<a "
                          "href=\"gone.png\">x</a>\n") ==
        Names{"missing-file at 1", "missing-file at 2", "missing-file at 4", "missing-file at 6", "missing-file at 8"});
  CHECK(articles.warnings("[o](../cat/) [p](../cat)\n") == Names{"missing-file at 1", "missing-file at 1"});
  CHECK(articles.warnings("[o](../cat/en.md) [p](there.pdf#page=2) [q](../cat/en/) [r](es/) [s](../) [t](article.json) "
                          "[u](../feed.xml) [v](es.md?x) [w](/x) [x](#y) [z](../../about/) `[a](b)`\n") == Names{});
}

// Prompthon-IO/agent-systems-handbook#205: texts are not published as they are, so a path from the site's root leads
// nowhere.
TEST_CASE("a link from the site's root to a text causes a warning with the path to write") {
  const Articles articles;
  const auto messages = [&](const std::string& markdown) {
    publish::Faults faults;
    publish::check_relative_links(markdown, markdown::parse(markdown, {}).get(), RawHtml::sanitize,
                                  {articles.file(), 1}, faults);
    Names all;
    for (const Error& error : faults.warnings())
      all.push_back(error.code + " " + error.message);
    return all;
  };
  const auto message = [](const std::string& typed, const std::string& written) {
    return "link-from-root the link to \"" + typed +
           "\" leads nowhere, because only a relative path to a text leads to its page; write \"" + written + "\"";
  };
  CHECK(messages("[a](/cat/en.md)\n\n<a href='/content/cat/en.md#costs'>b</a> [c](/rat/es.md?d)\n\n[e][f]\n\n[f]: "
                 "/rat/es.md\n") == Names{message("/cat/en.md", "../cat/en.md"),
                                          message("/content/cat/en.md#costs", "../cat/en.md#costs"),
                                          message("/rat/es.md?d", "es.md?d"), message("/rat/es.md", "es.md")});
  CHECK(messages("[a](/dog/en.md) [b](/cat/en/) [c](//cat/en.md) [d](/rat/deep/note.md) [e](/rat/there.pdf) [f](/) "
                 "[g](https://cat.example/cat/en.md) ![h](/cat/en.md)\n\n`[i](/cat/en.md)`\n") == Names{});
}

TEST_CASE("the page, article.json and its view have the addresses of pages") {
  Articles articles;
  articles.publisher.write_article("rat/en.md", "title: R\n",
                                   "[o](../cat/en.md#costs) and [s](es.md)\n\n[p](gone.pdf)\n");
  publish::BuildOptions options;
  options.publisher = articles.publisher.folder.path();
  options.out = articles.publisher.site.path() / "out";
  const auto built = publish::build(options, [](const publish::ArticleOutline&) {});
  REQUIRE(built);
  const std::string json = articles.publisher.site.read("out/rat/article.json");
  CHECK_THAT(json, Contains("[o](../cat/en/#article-costs) and [s](es/)") && !Contains(".md"));
  CHECK_THAT(json, Contains("/cat/en/#article-costs\""));
  CHECK_THAT(articles.publisher.site.read("out/rat/en/index.html"), Contains("/rat/es/\"") && !Contains(".md\""));
  REQUIRE(built->warnings.size() == 1);
  CHECK(built->warnings.front().code == "missing-file");
}
