#include "core/article/article.hpp"

#include <catch2/catch.hpp>

using namespace broadside;

namespace {

const std::string whole = R"({
  "broadside": 1, "id": "north-korea", "canonical": "en/", "default": "en",
  "publisher": {"name": "The Desk", "url": "https://news.example/"}, "license": "CC BY 4.0",
  "published": "2021-03-14", "modified": "2021-03-15T10:00:00Z", "later": {"unknown": [1, 2]},
  "translations": {
    "en": {"title": "T", "dek": "D", "authors": ["A", "B"], "markdown": "text", "url": "en/", "view": [[[["p"]]]],
           "lead": {"src": "picture.svg", "alt": "alt", "caption": "c", "credit": "d", "width": 3, "height": 2}},
    "es": {"href": "es.json", "url": "es/", "title": "U", "modified": "2021-03-14", "original": "en", "machine": true}},
  "pictures": {"map.png": {"width": 4, "height": 5}, "a.png": {"width": 6, "height": 7}},
  "replies": {"endpoint": "https://replies.example/v1/articles/north-korea/replies", "state": "closed"}})";

std::string replaced(const std::string& from, const std::string& to) {
  std::string text = whole;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// Returns the fault as "code at where".
std::string fault(const std::string& text) {
  const auto article = article::parse(text);
  return article ? "none" : article.error().code + " at " + article.error().where;
}

} // namespace

TEST_CASE("Every member of article.json is read") {
  const auto base = html::Url::check("https://news.example/north-korea/article.json");
  const auto article = article::parse(whole, &*base);
  REQUIRE(article);
  CHECK(article->id == "north-korea");
  CHECK(article->canonical->text() == "https://news.example/north-korea/en/");
  CHECK(article->publisher.name == "The Desk");
  CHECK(article->modified == "2021-03-15T10:00:00Z");
  REQUIRE(article->translations.size() == 2);
  const auto& english = *article->find("en");
  CHECK(english.authors == std::vector<std::string>{"A", "B"});
  CHECK(english.lead->src.text() == "https://news.example/north-korea/picture.svg");
  CHECK(english.lead->width == 3);
  CHECK(english.markdown == "text");
  CHECK(english.modified.empty());
  CHECK_FALSE(english.machine);
  const auto& spanish = *article->find("es");
  CHECK(spanish.href->text() == "https://news.example/north-korea/es.json");
  CHECK(spanish.title == "U");
  CHECK(spanish.modified == "2021-03-14");
  CHECK(spanish.original == "en");
  CHECK(spanish.machine);
  CHECK(article->find("fr") == nullptr);
  CHECK_FALSE(article->replies->open);
  const auto picture = html::Url::check("map.png", &*base);
  REQUIRE(article->picture_sizes.find(*picture) != nullptr);
  CHECK(article->picture_sizes.find(*picture)->height == 5);
  CHECK(article->picture_sizes.find(*base) == nullptr);
}

TEST_CASE("The first of several sizes of one picture counts") {
  const std::string sizes =
      R"("pictures": {"b/../map.png": {"width": 9, "height": 8}, "z.png": {"width": 1, "height": 1},
    "./map.png": {"width": 7, "height": 6}, "map.png": {"width": 4, "height": 5}})";
  const auto base = html::Url::check("https://news.example/north-korea/article.json");
  const auto article = article::parse(
      replaced(R"("pictures": {"map.png": {"width": 4, "height": 5}, "a.png": {"width": 6, "height": 7}})", sizes),
      &*base);
  REQUIRE(article);
  REQUIRE(article->picture_sizes.all().size() == 2);
  CHECK(article->picture_sizes.find(*html::Url::check("map.png", &*base))->width == 9);
  CHECK(article->picture_sizes.find(*html::Url::check("z.png", &*base))->width == 1);
}

TEST_CASE("An error in article.json states its code and path") {
  CHECK(fault(whole) == "none");
  CHECK(fault("") == "malformed at byte 1");
  CHECK(fault("[]") == "wrong-type at ");
  CHECK(fault("{}") == "missing at broadside");
  CHECK(fault(replaced("\"broadside\": 1", "\"broadside\": 2")) == "unknown-version at broadside");
  CHECK(fault(replaced("\"id\": \"north-korea\"", "\"id\": \"../x\"")) == "malformed at id");
  CHECK(fault(replaced("\"id\": \"north-korea\"", "\"id\": 7")) == "wrong-type at id");
  CHECK(fault(replaced("\"default\": \"en\"", "\"default\": \"fr\"")) == "malformed at default");
  CHECK(fault(replaced("\"title\": \"T\", ", "")) == "missing at translations.en.title");
  CHECK(fault(replaced("\"markdown\": \"text\"", "\"markdown\": [1]")) == "wrong-type at translations.en.markdown");
  CHECK(fault(replaced("[\"A\", \"B\"]", "[\"A\", 1]")) == "wrong-type at translations.en.authors[1]");
  CHECK(fault(replaced("\"width\": 3", "\"width\": -3")) == "out-of-range at translations.en.lead.width");
  CHECK(fault(replaced("picture.svg", "javascript:1")) == "unsafe-address at translations.en.lead.src");
  CHECK(fault(replaced("\"es\": {", "\"e s\": {")) == "malformed at translations.e s");
  CHECK(fault(replaced("2021-03-14", "2021-02-30")) == "malformed at published");
  CHECK(fault(replaced("\"modified\": \"2021-03-14\"", "\"modified\": \"2021\"")) ==
        "malformed at translations.es.modified");
  CHECK(fault(replaced("\"original\": \"en\"", "\"original\": \"\"")) == "malformed at translations.es.original");
  CHECK(fault(replaced("\"machine\": true", "\"machine\": 1")) == "wrong-type at translations.es.machine");
  CHECK(fault(replaced("\"closed\"", "\"maybe\"")) == "malformed at replies.state");
  CHECK(fault(replaced("\"license\"", "\"id\"")) == "duplicate-member at id");
}

TEST_CASE("An article has at least one translation and not too many") {
  const auto with = [](const std::string& translations) {
    return R"({"broadside":1,"id":"a","default":"en","translations":{)" + translations + "}}";
  };
  CHECK(fault(with("")) == "no-translations at translations");
  std::string many;
  for (int i = 0; i < 201; ++i)
    many += (i > 0 ? ",\"" : "\"") + std::string("en-x-") + std::to_string(i) + R"(":{"href":"a"})";
  CHECK(fault(with(many)) == "too-many-translations at translations");
}

TEST_CASE("A Markdown text beyond two megabytes is refused") {
  CHECK(fault(replaced("\"text\"", "\"" + std::string(article::longest_markdown, 'a') + "\"")) == "none");
  CHECK(fault(replaced("\"text\"", "\"" + std::string(article::longest_markdown + 1, 'a') + "\"")) ==
        "too-long at translations.en.markdown");
}

TEST_CASE("An article that is written is read as the same article") {
  const auto base = html::Url::check("https://news.example/north-korea/article.json");
  const auto article = article::parse(whole, &*base);
  const std::string written = article::write(*article, {R"(["article"])", ""});
  const auto again = article::parse(written);
  REQUIRE(again);
  CHECK(article::write(*again, {R"(["article"])", ""}) == written);
  CHECK(written.find(R"("view": ["article"])") != std::string::npos);
}

TEST_CASE("The mode of raw HTML is always written, and the default is to keep the harmless parts") {
  const auto with = [](const std::string& html) {
    return R"({"broadside":1,"id":"a","default":"en",)" + html + R"("translations":{"en":{"href":"b"}}})";
  };
  CHECK(article::parse(with(""))->raw_html == markdown::RawHtml::sanitize);
  CHECK(article::parse(with(R"("html":"drop",)"))->raw_html == markdown::RawHtml::drop);
  CHECK(fault(with(R"("html":"all",)")) == "malformed at html");
  CHECK(article::write(*article::parse(with("")), {""}).find(R"("html": "sanitize")") != std::string::npos);
}

TEST_CASE("The state of the replies is always written, for programs that do not know the default") {
  auto article = *article::parse(whole);
  article.replies->threads = reply::ThreadPolicy::separate;
  for (const bool open : {true, false}) {
    article.replies->open = open;
    const auto written = article::write(article, {"", ""});
    CHECK(written.find(open ? R"("state": "open")" : R"("state": "closed")") != std::string::npos);
    CHECK(written.find(R"("threads": "separate")") != std::string::npos);
    CHECK(article::parse(written).value().replies->open == open);
  }
}

TEST_CASE("An address that consists only of white space and control characters counts as missing") {
  const auto base = html::Url::check("https://news.example/north-korea/article.json");
  for (const html::Url* against : {static_cast<const html::Url*>(nullptr), &*base}) {
    const auto article = article::parse(
        R"({"broadside":1,"id":"a","default":"en","canonical":"\u0000 \t","translations":{"en":{"href":"b"}}})",
        against);
    REQUIRE(article);
    CHECK((!article->canonical || against != nullptr));
  }
}

TEST_CASE("A translation's own file holds what article.json would hold of it") {
  auto article = *article::parse(whole);
  auto& english = article.translations.front();
  english.original = "es";
  english.machine = true;
  const std::string file = article::write(english, R"(["article"])");
  for (const char* part : {R"("title": "T")", R"("original": "es")", R"("machine": true)", R"("caption": "c")",
                           R"("markdown": "text")", R"("view": ["article"])"})
    CHECK(file.find(part) != std::string::npos);
  english.href = html::Url::check("en.json");
  const std::string rest = article::write(article, {""});
  for (const char* part : {R"("title": "T")", R"("original": "es")", R"("machine": true)", R"("href": "en.json")"})
    CHECK(rest.find(part) != std::string::npos);
  CHECK(rest.find("markdown") == std::string::npos);
}

TEST_CASE("A translation is from the article's default language unless it states another") {
  auto article = *article::parse(whole);
  const auto original_of = [&](const char* language) { return article.original_of(*article.find(language)); };
  CHECK(original_of("en") == nullptr);
  CHECK(original_of("es") == article.find("en"));
  article.translations[0].original = "es";
  article.translations[1].original = "es";
  CHECK(original_of("en") == article.find("es"));
  CHECK(original_of("es") == nullptr);
  article.translations[1].original = "fr";
  CHECK(original_of("es") == nullptr);
}
