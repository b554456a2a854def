#include "core/view/article.hpp"
#include "messages/built_in_names.hpp"
#include "support/messages.hpp"
#include "support/views.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using tests::as_text;
using tests::holds;

namespace {

article::Article example() {
  return article::parse(R"({"broadside":1,"id":"a","default":"en","published":"2021-03-14","modified":"2021-03-15",
    "translations":{
      "en":{"title":"T & U","dek":"D","authors":["A","B"],"markdown":"# h\n\ntext","url":"https://n.example/en/",
            "lead":{"src":"https://n.example/p.svg","alt":"alt","caption":"c","credit":"d","width":3,"height":2}},
      "es":{"title":"T","markdown":"","url":"https://n.example/es/"}}})")
      .value();
}

std::string shown(const std::string& language) {
  const auto article = example();
  return as_text([&](html::Writer& writer) {
    view::article(article, *article.find(language), tests::messages(), language::built_in_names(), nullptr, writer);
  });
}

} // namespace

TEST_CASE("An article consists of its skip link, head and body") {
  CHECK(shown("en") ==
        "<article class=\"article\" lang=\"en\" dir=\"ltr\">"
        "<p class=\"skip\"><a href=\"#article-body\">skip</a></p>"
        "<header class=\"head\" id=\"article-head\"><h1 class=\"title\">T &amp; U</h1><p class=\"dek\">D</p>"
        "<figure class=\"lead\"><img src=\"https://n.example/p.svg\" alt=\"alt\" width=\"3\" height=\"2\">"
        "<figcaption><span class=\"caption\">c</span> <span class=\"credit\">d</span></figcaption></figure>"
        "<p class=\"byline\">byline <bdi class=\"author\">A</bdi> two <bdi class=\"author\">B</bdi></p>"
        "<p class=\"dates\"><time class=\"published\" datetime=\"2021-03-14\">date m3 14 2021</time>"
        " updated <time class=\"modified\" datetime=\"2021-03-15\">date m3 15 2021</time></p>"
        "<p class=\"switch\"><a href=\"https://n.example/es/\" hreflang=\"es\" lang=\"es\" dir=\"ltr\">Leer en "
        "español</a></p>"
        "</header><div class=\"body\" id=\"article-body\"><h2 id=\"article-h\">h</h2><p>text</p></div></article>");
}

TEST_CASE("Missing parts of an article leave nothing behind") {
  const auto spanish = shown("es");
  for (const char* part : {"dek", "figure", "byline"})
    CHECK_FALSE(holds(spanish, part));
  CHECK(holds(spanish, "Read in English"));
}

TEST_CASE("Words in another language than the article's state their language") {
  const auto spanish = shown("es");
  CHECK(holds(spanish, "<p class=\"skip\" lang=\"en\" dir=\"ltr\"><a"));
  CHECK(holds(spanish, "<p class=\"dates\" lang=\"en\" dir=\"ltr\"><time"));
  const auto persian = as_text([](html::Writer& writer) {
    view::article(example(), *example().find("en"), tests::messages("fa"), language::built_in_names(), nullptr, writer);
  });
  CHECK(holds(persian, "<p class=\"byline\" lang=\"fa\" dir=\"rtl\">byline"));
}

TEST_CASE("A date whose time is known shows it") {
  auto article = example();
  article.published = "2021-03-14T10:32:00Z";
  const auto text = as_text([&](html::Writer& writer) {
    view::article(article, *article.find("en"), tests::messages(), language::built_in_names(), nullptr, writer);
  });
  CHECK(holds(text, "<time class=\"published\" datetime=\"2021-03-14T10:32:00Z\" "
                    "title=\"date_time date m3 14 2021 10:32\">date m3 14 2021</time>"));
}

TEST_CASE("The headings of a plain Markdown file include its headline") {
  const auto text = as_text([](html::Writer& writer) {
    view::document("# Title\n\ntext", "", markdown::RawHtml::drop, tests::messages(), nullptr, writer);
  });
  CHECK(text ==
        "<article class=\"article\" dir=\"auto\"><p class=\"skip\" lang=\"en\" dir=\"ltr\"><a "
        "href=\"#article-body\">skip</a></p>"
        "<div class=\"body\" id=\"article-body\"><h1 id=\"article-title\">Title</h1><p>text</p></div></article>");
}

TEST_CASE("The front matter of a plain Markdown file becomes its head") {
  const auto shown_document = [](std::string_view markdown, std::string_view language = "") {
    return as_text([&](html::Writer& writer) {
      view::document(markdown, language, markdown::RawHtml::drop, tests::messages(), nullptr, writer);
    });
  };
  const std::string front_matter = "---\ntitle: T & U\nlang: ar\ndate: 2021-03-14\nauthors: [A, B]\n---\n";
  const std::string skip = "<p class=\"skip\" lang=\"en\" dir=\"ltr\"><a href=\"#article-body\">skip</a></p>";
  const std::string byline = "<p class=\"byline\" lang=\"en\" dir=\"ltr\">byline <bdi class=\"author\">A</bdi> two "
                             "<bdi class=\"author\">B</bdi></p>"
                             "<p class=\"dates\" lang=\"en\" dir=\"ltr\"><time class=\"published\" "
                             "datetime=\"2021-03-14\">date m3 14 2021</time></p>";
  SECTION("headline, byline, date and language") {
    CHECK(shown_document(front_matter + "text") ==
          "<article class=\"article\" lang=\"ar\" dir=\"rtl\">" + skip +
              "<header class=\"head\" id=\"article-head\"><h1 class=\"title\">T &amp; U</h1>" + byline +
              "</header><div class=\"body\" id=\"article-body\"><p>text</p></div></article>");
  }
  SECTION("the language in the request takes precedence") {
    CHECK(holds(shown_document(front_matter + "text", "en"), "lang=\"en\" dir=\"ltr\""));
  }
  SECTION("the headline of the text is the only one, and if there is a title the text's headings stand below it") {
    for (const char* text : {"\n# Own\n", "Own\n===\n"}) {
      const auto own = shown_document(front_matter + text);
      CHECK(holds(own, "<header class=\"head\" id=\"article-head\">" + byline + "</header>"));
      CHECK(holds(own, ">Own</h1>"));
    }
    CHECK(holds(shown_document(front_matter + "Text.\n\n# Part\n"), ">Part</h2>"));
  }
  SECTION("a date in words is shown in words, and a file without front matter has no head") {
    CHECK(holds(shown_document("---\ndate: in spring\n---\n"), "<p class=\"dates\">in spring</p>"));
    CHECK_FALSE(holds(shown_document("---\ntags: [a]\nlang: e_n\n---\ntext"), "header"));
  }
}

TEST_CASE("A headline with a word that a narrow column does not hold is marked") {
  const auto is_long = [](const std::string& title) {
    const auto text = as_text([&](html::Writer& writer) {
      view::document("---\ntitle: " + title + "\n---\ntext", "", std::nullopt, tests::messages(), nullptr, writer);
    });
    return holds(text, "class=\"title long\"");
  };
  CHECK(is_long("Die Rindfleischetikettierung"));
  CHECK(is_long("Η ηλεκτροεγκεφαλογράφημα"));
  CHECK_FALSE(is_long("Extraordinarily many unextraordinary short ones"));
  CHECK_FALSE(is_long("State-of-the-art-and-more"));
  CHECK_FALSE(is_long("漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"));
}

TEST_CASE("A text of unknown language has footnote words in the interface's language") {
  const auto text = as_text(
      [&](html::Writer& writer) { view::document("> [!NOTE]\n> a", "", {}, tests::messages("fa"), nullptr, writer); });
  CHECK(holds(text, "<p class=\"alert-title\" lang=\"fa\" dir=\"rtl\">توجه</p>"));
}
