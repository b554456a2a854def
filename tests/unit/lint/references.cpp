#include "support/lint.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace broadside;
using namespace broadside::tests;
using Catch::Matchers::Contains;

TEST_CASE("references without a definition cause a remark") { // dotnet/docfx#8756, asciidoctor/asciidoctor#2669
  CHECK(said("Claim[^1] and [^2].\n\n[^1]: a\n[^3]: b\n\n[ref][missing] [x](#nowhere)\n") ==
        Names{"missing-note at 1", "unused-note at 4", "missing-definition at 6", "missing-anchor at 6"});
  CHECK_THAT(first_message("a[^2]\n"), Contains("\"[^2]\" refers to a note that does not exist"));
  CHECK(said("[ref][] ![pic][p]\n\n![Logo]\n") ==
        Names{"missing-definition at 1", "missing-definition at 1", "missing-definition at 3"});
  CHECK(said("a[^source]\n") == Names{"missing-note at 1"});
  CHECK(said("[a]: https://a.example\n[A]: https://b.example\n\n[a] b[^n]\n\n[^n]: x\n[^N]: y\n") ==
        Names{"double-definition at 2", "double-definition at 7"});
}

TEST_CASE("references with a definition, and text that is no reference, are left alone") {
  for (const char* text :
       {"[a][b] [b][] [b] ![c][B]\n\n[b]: https://b.example\n", "a[^1]\n\n[^1]: b\n",
        "a[0][1] and [1][2] [sic] [...]\n", "a[^Quelle]\n\n[^QUELLE]: b\n", "`[a][b]` `[^1]`\n",
        "\\[a][b] [^a-z] [^0-9]+ [^abc]* x[^wxyz]* x[^12]+\n", "- [ ] a\n- [x] b\n", "Wow![1]\n",
        "a[^n] \n\n> [^n]: in a quotation\n", "[a\nb][]\n\n[A B]: https://c.example\n", "    [a][b]\n",
        "[words](https://a.example)[^1]\n\n[^1]: b\n", "[^1]\n\n[^1]: a[^2]\n[^2]: b\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("links to places in the text are compared with its headings and ids") {
  const lint::Options sanitize = {.raw_html = markdown::RawHtml::sanitize};
  const std::string text = "## The first press\n\n<a id=\"mark\"></a>x[^1]\n\n[^1]: y\n\n## The first press\n\n";
  CHECK(said(text + "[a](#the-first-press) [b](#the-first-press-1) [c](#mark) [d](#fn-1)\n", sanitize) == Names{});
  CHECK(said(text + "[a](#the-second-press)\n", sanitize) == Names{"missing-anchor at 9"});
  CHECK(said(text + "[c](#mark)\n", {.raw_html = markdown::RawHtml::drop}).back() == "missing-anchor at 9");
  CHECK(said("<p>\n<a href=\"#gone\">x</a>\n</p>\n", sanitize) == Names{"missing-anchor at 2"});
  CHECK(said("# Übung\n\n[a](#übung) [b](#%C3%BCbung) [c](b#d) `[e](#f)`\n") == Names{});
}
