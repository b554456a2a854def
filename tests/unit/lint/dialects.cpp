#include "core/markdown/parse.hpp"
#include "support/lint.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::tests;
using Catch::Matchers::Contains;

TEST_CASE("attributes of other dialects cause a remark") { // GitbookIO/kramed#4, RickStrahl/MarkdownMonster#525
  CHECK(said("![Logo](logo.png){width=300}\n\nPara {.lead}\n\n[x](https://a.example){:target=\"_blank\"} y\n") ==
        Names{"attribute-list at 1", "attribute-list at 3", "attribute-list at 5"});
  CHECK(said("Text\n{: .lead #top}\n\n`code`{.cpp} and **bold**{.red}\n\n| a{.b} | c |\n|-|-|\n| [x](y){.z} | d |\n") ==
        Names{"attribute-list at 2", "attribute-list at 4", "attribute-list at 4", "attribute-list at 8"});
  CHECK_THAT(first_message("![Logo](logo.png){width=300}\n"),
             Contains("\"{width=300}\" are attributes for another") && Contains("<img src="));
}

TEST_CASE("a heading's id is no attribute list, and its other notation is mended") { // Python-Markdown/markdown#1141
  CHECK(said("## Costs {#costs}\n\n[see](#costs)\n\nCosts {#b}\n===\n").empty());
  CHECK(mended("## Costs {: #costs}\n") == "## Costs {#costs}\n");
}

TEST_CASE("braces that are not attributes are left alone") {
  for (const char* text :
       {"The set {x=1} is small.\n", "f{x}\n", "{a}\n", "${HOME}\n", "`x{.a}`\n", "    ![a](b){.c}\n", "a {b} c\n",
        "\\{.lead}\n", "Use {.class} for classes here.\n", "{.5}\n", "[x]({y})\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("tags of Liquid, Hugo and WordPress cause a remark") { // jekyll/jekyll#168, tcnksm/deeeet.com#11
  CHECK(said("{{< figure src=\"a.png\" >}} {{< youtube abc >}} {% include x.html %} {{ site.title }} [gallery "
             "ids=\"1,2\"]\n") == Names(5, "template-tag at 1"));
  CHECK(said("{{% notice tip %}}\nx\n{{% /notice %}}\n\n[caption id=\"a\"]x[/caption]\n\n[TOC]\n\n[[_TOC_]]\n") ==
        Names{"template-tag at 1", "template-tag at 3", "template-tag at 5", "template-tag at 5", "template-tag at 7",
              "template-tag at 9"});
  CHECK_THAT(first_message("{{< figure src=\"a.png\" >}}\n"), Contains("![what it shows](picture.png"));
  CHECK_THAT(first_message("{{< youtube abc >}}\n"), Contains("the video's address in a paragraph"));
}

TEST_CASE("braces and brackets that are not tags are left alone") {
  for (const char* text :
       {"`{{ x }}` {{ and }} {%d} {{1,2},{3}} {{}} {{ \n", "```\n{% x %}\n```\n", "    {{ x }}\n",
        "[sic] [x=1] [gallery](a.png)\n", "\\{{ x }}\n", "<!-- {{ x }} -->\n",
        "[a b=\"c\"]\n\n[a b=\"c\"]: https://x.example\n", "[video]: https://x.example\n\n[video]\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("admonitions cause a remark, and so does one that becomes code") { // coder/coder#17660
  const std::string indented = "!!! warning \"Read\"\n\n    The ferry does not sail on Sundays.\n";
  CHECK(rendered(indented).find("<pre><code>The ferry") != std::string::npos);
  CHECK(said(indented) == Names{"admonition at 1"});
  CHECK_THAT(first_message(indented), Contains("\"!!! warning \"Read\"\" begins an admonition") &&
                                          Contains("as code") && Contains("> [!WARNING]"));
  CHECK(said("::: warning\nBe careful\n:::\n\n:::note[Title]\nx\n:::\n\n::: {.callout-tip}\nx\n:::\n") ==
        Names{"admonition at 1", "admonition at 5", "admonition at 9"});
  CHECK(said("??? note\n    x\n\n???+ tip \"T\"\n    x\n\n- !!! danger\n\n      x\n") ==
        Names{"admonition at 1", "admonition at 4", "admonition at 7"});
}

TEST_CASE("an admonition that is one of GitHub's five kinds becomes an alert") {
  const std::string alert = "> [!WARNING]\n> The ferry does\n>\n> not sail.\n\nText\n";
  CHECK(mended("!!! warning\n    The ferry does\n\n    not sail.\n\nText\n") == alert);
  CHECK(mended("!!! warning\n\n    The ferry does\n\n    not sail.\n\nText\n") == "\n" + alert);
  CHECK(mended("::: warning\nThe ferry does\n\nnot sail.\n:::\nText\n") == alert);
  CHECK(tests::rendered(alert).find("<aside") == 0);
  for (const char* text : {"!!! warning \"Read\"\n    x\n", "!!! danger\n    x\n", "!!! note\n\nText\n",
                           "::: note\nx\n", "- !!! note\n      x\n"})
    CHECK(mended(text) == text);
}

TEST_CASE("exclamation marks and colons that do not begin an admonition are left alone") {
  for (const char* text : {"!!! Attention !!!\n", "!!!\n", "!!! yes\n", "??? who knows\n", "::: \n", "a ::: note\n",
                           "`!!! note`\n", "```\n!!! note\n```\n", "    !!! note\n", "std::: x\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("a marker that is nearly that of an alert causes a remark") { // oipoistar/tinta#41
  CHECK(said("> [!HINT]\n> x\n\n> [!NOTE] trailing\n> x\n\n> [!info]- T\n> x\n\n> [! NOTE]\n> x\n") ==
        Names{"alert-marker at 1", "alert-marker at 4", "alert-marker at 7", "alert-marker at 10"});
  for (const char* text : {"> [!NOTE]\n> x\n", "> [!tip]\n> x\n", "> x\n> [!HINT]\n", "[!HINT]\n", "> `[!HINT]`\n",
                           "> \\[!HINT]\n", "> [!x](y)\n"})
    CHECK(said(text) == Names{});
}

TEST_CASE("formulas cause a remark, and prices do not") { // commonmark/cmark#576, typora/typora-issues#3178
  const std::string text = "This $\\mathcal{R}_{eff}$ and that $\\mathcal{R}_{eff}$, tickets $5 to $10.\n";
  CHECK(said(text) == Names(2, "formula at 1"));
  CHECK_THAT(first_message(text), Contains("looks like a formula; Broadside does not support formulas"));
  CHECK(said("$$\n\\frac{a}{b}\n$$\n\n\\(x^2\\) \\[\\sum_{i}\\]\n\n$x_i$ $E=mc^2$\n") ==
        Names{"formula at 1", "formula at 5", "formula at 5", "formula at 7", "formula at 7"});
  for (const char* text_without : {"$5 to $10 and $20\n", "from $a_1 to $b_2\n", "US$5, A$6_000 $7^\n",
                                   "$HOME_DIR/$USER_NAME and $\n", "`$\\frac{a}$`\n", "\\$x_i\\$\n",
                                   "It cost $5_a and 6$ b\n", "C:\\(new)\\[x]\n", "A $ sign, and a $ again: a_b\n"})
    CHECK(said(text_without) == Names{});
}

TEST_CASE("private notes and ids of blocks cause a remark") { // oleeskild/obsidian-digital-garden#112, #45
  const std::string text = "Text %% ask the lawyer first %% more ^block-1\n";
  CHECK(said(text) == Names{"private-note at 1", "block-id at 1"});
  CHECK(mended(text) == "Text <!-- ask the lawyer first --> more ^block-1\n");
  CHECK(mended("%%\nask\nher\n%%\n\n- a\n  %% b %%\n") == "<!--\nask\nher\n-->\n\n- a\n  <!-- b -->\n");
  CHECK(mended("%% a %% b\n") == "%% a %% b\n");
  CHECK(mended("x %% a -- b %%\n") == "x %% a -- b %%\n");
  CHECK(said("x ^37066d\n") == Names{"block-id at 1"});
  for (const char* without : {"100%% and 200%% of it\n", "`%% a %%`\n", "a %%\n", "x^2 and x ^2\n", "10 ^6\n", "^_^\n",
                              "yes ^this\n", "- P. Lopes ^UE-27\n", "`^block-1`\n", "Use %%, or %%.\n"})
    CHECK(said(without) == Names{});
}

TEST_CASE("a private note over several paragraphs causes a remark") {
  CHECK(said("%%\nfirst\n\nsecond\n%%\n\nText\n") == Names{"private-note at 1"});
  CHECK(mended("%%\nfirst\n\nsecond\n%%\n\nText\n") == "<!--\nfirst\n\nsecond\n-->\n\nText\n");
}

TEST_CASE("wiki links cause a remark") {
  CHECK(said("See [[Other page]] and [[ferry|the ferry]], ![[map.png]]\n") == Names(3, "wiki-link at 1"));
  CHECK_THAT(first_message("![[map.png]]\n"),
             Contains("\"![[map.png]]\"") && Contains("![what it shows](picture.png)"));
  for (const char* without :
       {"[[1]](https://a.example) [[2]] [[nodiscard]] [[gnu::pure]]\n", "[[ -f x ]]\n", "[[1, 2], [3]]\n", "`[[a]]`\n",
        "[[a]]\n\n[a]: https://a.example\n", "\\[[a]]\n", "[[b][c]\n\n[c]: d\n"})
    CHECK(said(without) == Names{});
}
