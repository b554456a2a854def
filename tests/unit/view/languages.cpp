#include "core/view/article.hpp"
#include "messages/built_in_names.hpp"
#include "support/messages.hpp"
#include "support/written.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Catch::Matchers::Contains;

namespace {

// Returns the view of an article with these translations, as in article.json. The first one is the default.
std::string shown(const std::string& translations, const std::string& language) {
  const auto article =
      article::parse(R"({"broadside":1,"id":"a","default":"en","translations":{)" + translations + "}}");
  REQUIRE(article);
  return tests::as_text([&](html::Writer& writer) {
    view::article(*article, *article->find(language), tests::messages(), language::built_in_names(), nullptr, writer);
  });
}

std::string translation(const std::string& language, const std::string& more = "") {
  return "\"" + language + R"(":{"title":"T","markdown":"","url":"https://n.example/)" + language + "/\"" +
         (more.empty() ? "" : "," + more) + "}";
}

std::string original(const std::string& more) { return translation("en", more) + ","; }

} // namespace

TEST_CASE("An article in one language has no language switch") {
  for (const char* part : {"class=\"switch\"", "nav"})
    CHECK_THAT(shown(translation("en"), "en"), !Contains(part));
}

TEST_CASE("A second language is linked to in its own words") {
  CHECK_THAT(shown(original("") + translation("es"), "en"),
             Contains("<p class=\"switch\"><a href=\"https://n.example/es/\" hreflang=\"es\" lang=\"es\" dir=\"ltr\">"
                      "Leer en español</a></p>"));
  // Articles are written in more languages than the interface has.
  CHECK_THAT(shown(original("") + translation("vo"), "en"), Contains("hreflang=\"vo\" lang=\"vo\" dir=\"ltr\">"));
  CHECK_THAT(shown(original("") + R"("es":{"title":"T","markdown":""},)" + translation("fr"), "en"),
             Contains("class=\"switch\"") && Contains("hreflang=\"fr\"") && !Contains("hreflang=\"es\""));
}

TEST_CASE("More languages form a menu of their own names, in the order of these, which needs no script") {
  const auto text = shown(
      original("") + translation("he") + "," + translation("de") + R"(,"ar":{"href":"ar.json","url":"/ar/"})", "de");
  CHECK_THAT(text,
             Contains("<nav class=\"languages\" lang=\"en\" dir=\"ltr\" aria-label=\"languages – T\">"
                      "<details><summary lang=\"de\" dir=\"ltr\">Deutsch</summary><ul>"
                      "<li><a href=\"https://n.example/de/\" hreflang=\"de\" lang=\"de\" dir=\"ltr\" "
                      "aria-current=\"true\">Deutsch</a></li>"
                      "<li><a href=\"https://n.example/en/\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a></li>"
                      "<li><a href=\"https://n.example/he/\" hreflang=\"he\" lang=\"he\" dir=\"rtl\">עברית</a></li>"
                      "<li><a href=\"/ar/\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</a></li>"
                      "</ul></details></nav>"));
  CHECK_THAT(text, !Contains("class=\"switch\""));
}

TEST_CASE("Languages with the same name are told apart in the menu, in the link and in the note") {
  const auto menu =
      shown(original("") + translation("en-GB") + "," + translation("pt") + "," + translation("pt-BR"), "en-GB");
  for (const char* name : {"<summary lang=\"en-GB\" dir=\"ltr\">English (UK)<", ">English<", ">English (UK)<",
                           ">Português<", ">Português (Brasil)<"})
    CHECK_THAT(menu, Contains(name));
  CHECK_THAT(shown(original("") + translation("en-GB"), "en"), Contains("dir=\"ltr\">Read in English (UK)</a></p>"));
  CHECK_THAT(shown(original("") + translation("en-GB"), "en-GB"), Contains("dir=\"ltr\">Read in English</a></p>"));
  CHECK_THAT(shown(original("") + translation("zh-Hant") + "," + translation("zh-HK"), "en"),
             Contains(">繁體中文（香港）</a>"));
  CHECK_THAT(shown(translation("en-GB") + "," + translation("en", R"("machine":true,"original":"en-GB")"), "en"),
             Contains("<p>translation_machine</p><p><a href=\"https://n.example/en-GB/\" hreflang=\"en-GB\" "
                      "lang=\"en-GB\" dir=\"ltr\">Read in English (UK)</a></p>"));
}

TEST_CASE("The menu is marked with the language of the interface only if that is not the text's") {
  const auto all = original("") + translation("es") + "," + translation("de");
  CHECK_THAT(shown(all, "en"), Contains("<nav class=\"languages\" aria-label"));
  CHECK_THAT(shown(all, "es"), Contains("<nav class=\"languages\" lang=\"en\" dir=\"ltr\" aria-label"));
}

TEST_CASE("A machine's translation says so, with a link to the original") {
  CHECK_THAT(shown(original("") + translation("es", R"("machine":true)"), "es"),
             Contains("<aside class=\"translation\" lang=\"en\" dir=\"ltr\"><p>translation_machine</p>"
                      "<p><a href=\"https://n.example/en/\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">Read in "
                      "English</a></p></aside>"));
  CHECK_THAT(
      shown(original("") + translation("fr") + "," + translation("de", R"("machine":true,"original":"fr")"), "de"),
      Contains("<p><a href=\"https://n.example/fr/\""));
  CHECK_THAT(shown(original("") + translation("es", R"("machine":true,"original":"fr")"), "es"),
             Contains("<aside class=\"translation\" lang=\"en\" dir=\"ltr\"><p>translation_machine</p></aside>"));
}

TEST_CASE("A translation that is older than its original says so, with both dates") {
  const auto note = [](const std::string& english, const std::string& spanish) {
    const auto text = shown(
        original("\"modified\":\"" + english + "\"") + translation("es", "\"modified\":\"" + spanish + "\""), "es");
    const auto start = text.find("<aside");
    return start == std::string::npos ? "none" : text.substr(start, text.find("</p>", start) - start);
  };
  CHECK(note("2021-03-15", "2021-03-14") ==
        "<aside class=\"translation\" lang=\"en\" dir=\"ltr\"><p>translation_outdated "
        "<time datetime=\"2021-03-14\">date m3 14 2021</time> "
        "<time datetime=\"2021-03-15\">date m3 15 2021</time>");
  CHECK_THAT(note("2021-03-14T10:00:00Z", "2021-03-14T09:00:00Z"),
             Contains(">date_time date m3 14 2021 09:00</time>") &&
                 Contains(">date_time date m3 14 2021 10:00</time>"));
  CHECK_THAT(note("2021-03-15T10:00:00Z", "2021-03-14T09:00:00Z"),
             Contains("<time datetime=\"2021-03-14T09:00:00Z\" title=\"date_time date m3 14 2021 09:00\">date m3 14"));
  CHECK_THAT(note("2021-03-15T00:30:00+01:00", "2021-03-14T23:00:00Z"), Contains("23:30"));
  CHECK_THAT(note("2022-01-01", "2021-12-31T23:00:00Z"), Contains("translation_outdated"));
  CHECK(note("2021-03-14", "2021-03-15") == "none");
  CHECK(note("2021-03-14", "2021-03-14") == "none");
  CHECK(note("2021-03-14T10:00:00Z", "2021-03-14") == "none");
  CHECK(note("2021-03-14", "") == "none");
  CHECK(note("", "2021-03-14") == "none");
}

TEST_CASE("An original is never outdated, and an outdated translation names its own original") {
  const auto all = original(R"("modified":"2021-03-15")") +
                   translation("fr", R"("modified":"2021-01-01","original":"fr")") + "," +
                   translation("de", R"("modified":"2021-02-01","original":"fr")");
  for (const char* language : {"en", "fr", "de"})
    CHECK_THAT(shown(all, language), !Contains("translation_outdated"));
}

TEST_CASE("Texts of the lead picture that a language lacks are in the default language, and marked as such") {
  const std::string english = R"("lead":{"src":"/p.svg","alt":"A drawing","caption":"A caption","credit":"C"})";
  const auto spanish = [&](const std::string& lead) {
    const auto text = shown(original(english) + translation("ar", R"("lead":{"src":)" + lead + "}"), "ar");
    const auto start = text.find("<figure");
    return text.substr(start, text.find("</figure>") - start);
  };
  CHECK(spanish(R"("/p.svg")") ==
        "<figure class=\"lead\"><img src=\"/p.svg\" alt=\"A drawing\" lang=\"en\" dir=\"ltr\">"
        "<figcaption><span class=\"caption\" lang=\"en\" dir=\"ltr\">A caption</span></figcaption>");
  CHECK(spanish(R"("/p.svg","alt":"رسم")") ==
        "<figure class=\"lead\"><img src=\"/p.svg\" alt=\"رسم\">"
        "<figcaption><span class=\"caption\" lang=\"en\" dir=\"ltr\">A caption</span></figcaption>");
  CHECK_THAT(spanish(R"("/p.svg","caption":"رسم")"),
             Contains("alt=\"A drawing\" lang=\"en\"") && Contains("<span class=\"caption\">رسم</span>"));
  // In this language the picture is marked as an ornament.
  CHECK_THAT(spanish(R"("/p.svg","alt":"")"), Contains("alt=\"\">"));
  // The words of one picture would be wrong for another.
  CHECK(spanish(R"("/q.svg")") == "<figure class=\"lead\"><img src=\"/q.svg\" alt=\"\">");
}
