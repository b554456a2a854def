#include "publish/source/front_matter.hpp"
#include "core/article/article.hpp"
#include "publish/values/notations.hpp"
#include "support/publisher.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using namespace broadside::publish;
using Names = std::vector<std::string>;

namespace {

// Returns the first fault's code and location, or the value of the member.
std::string read(const std::string& text, const std::string& name) {
  Faults faults;
  const auto parts = cut_front_matter(text, "a.md", faults);
  const auto fields = parts ? read_fields(*parts, faults) : std::nullopt;
  const auto value = fields ? fields->text(name, 1000, faults) : "";
  return faults.any() ? faults.all().front().code + " at " + faults.all().front().where : value;
}

} // namespace

// jxson/front-matter#33 (the end of three dots), mity/md4c#209, remarkjs/remark-frontmatter#8, and Hugo's TOML
TEST_CASE("front matter in every notation reads the same") {
  const std::string yaml = "title: \"Q: why?\"\ndate: 2026-03-01T23:30:00+09:00\ntags: [a, \"b, c\"]\nlang: no\n"
                           "nb: yes\nlead:\n  width: 30\nunknown: [1, {a: b}]\n";
  const std::string toml = "title = \"Q: why?\"\ndate = 2026-03-01T23:30:00+09:00\ntags = [\"a\", \"b, c\"]\n"
                           "lang = \"no\"\nnb = \"yes\"\nunknown = [1, {a = \"b\"}]\n[lead]\nwidth = 30\n";
  const std::string json =
      "{\n\"title\": \"Q: why?\", \"date\": \"2026-03-01T23:30:00+09:00\",\n"
      "\"tags\": [\"a\", \"b, c\"], \"lang\": \"no\", \"nb\": \"yes\", \"lead\": {\"width\": 30},\n"
      "\"unknown\": [1, {\"a\": \"}\"}], \"none\": null}\n";
  const auto text = GENERATE_COPY("---\n" + yaml + "---\n# }\n", "---\n" + yaml + "...\n# }\n",
                                  "+++\n" + toml + "+++\n# }\n", json + "# }\n", "--- \t\n" + yaml + "---\t \n# }\n");
  INFO(text);
  REQUIRE(begins_with_front_matter(text));
  Faults faults;
  const auto parts = cut_front_matter(text, "a.md", faults);
  REQUIRE(parts);
  CHECK(parts->markdown == "# }\n");
  CHECK(parts->markdown_location.line == std::count(text.begin(), text.end(), '\n'));
  const auto fields = read_fields(*parts, faults);
  REQUIRE(fields);
  CHECK(fields->text("title", 1000, faults) == "Q: why?");
  CHECK(fields->text("date", 1000, faults) == "2026-03-01T23:30:00+09:00");
  CHECK(fields->texts("tags", 1000, faults) == Names{"a", "b, c"});
  CHECK(fields->text("lang", 1000, faults) == "no");
  CHECK(fields->text("nb", 1000, faults) == "yes");
  CHECK(fields->map("lead", faults)->number("width", 1, 100, faults) == 30);
  CHECK(fields->has("unknown"));
  CHECK_FALSE(fields->has("none"));
  CHECK_FALSE(faults.any());
}

TEST_CASE("front matter may have line ends of all kinds, and mixed ones") {
  for (const std::string notation : {"yaml", "toml", "json"})
    for (const std::string end : {"\r", "\r\n", "\n\r"}) {
      const std::string lines = notation == "json"   ? "{ \"a\": \"b\",\n \"c\":" + end + "\"d\"" + end + "}" + end
                                : notation == "toml" ? "+++" + end + "a = 'b'\nc = 'd'" + end + "+++\r\n"
                                                     : "---" + end + "a: b\nc:" + end + "  d" + end + "---\r\n";
      INFO(lines);
      CHECK(read(lines + "Text.", "c") == "d");
    }
  CHECK(read("---\ra: b\r\nc: [\n---\n", "c") == "malformed-yaml at a.md:4");
}

TEST_CASE("an article may have its front matter in any notation") {
  Publisher publisher;
  publisher.folder.write("content/tale/en.md",
                         "+++\ntitle = \"A\"\nauthors = [\"B\"]\ndate = 2021-03-14\n+++\nText.\n");
  publisher.folder.write("content/tale/es.md", "{\"title\": \"C\", \"html\": \"sanitize\"}\n\nTexto.\n");
  REQUIRE(publisher.build() == Names{});
  const auto article = article::parse(publisher.site.read("out/tale/article.json"));
  REQUIRE(article);
  CHECK(article->published == "2021-03-14");
  CHECK(article->translations[0].title == "A");
  CHECK(article->translations[0].authors == Names{"B"});
  CHECK(article->translations[1].title == "C");
  CHECK(article->translations[1].markdown == "\nTexto.\n");
}

TEST_CASE("front matter without an end swallows no text") { // mity/md4c#209
  for (const char* text : {"---\ntitle: A\n\nText.\n", "+++\ntitle = \"A\"\n---\n", "{\"title\": \"}\",\n\nText.\n"})
    CHECK(read(text, "title") == "unclosed-front-matter at a.md:1");
  CHECK(read("---\ntitle: A\n\nText.\n\n---\nMore.\n", "title") == "malformed-yaml at a.md:4");
}

TEST_CASE("errors in front matter name their line in every notation") {
  CHECK(read("+++\na = \"b\"\n\ntitle = \n+++\n", "title") == "malformed-toml at a.md:4");
  CHECK(read("+++\na = 1\na = 2\n+++\n", "title") == "malformed-toml at a.md:3");
  CHECK(read("+++\na = 1\n[title]\n+++\n", "title") == "wrong-type at a.md:3");
  CHECK(read("{\"a\": 1,\n\n\"title\": tr}\n", "title") == "malformed-json at a.md:3");
  CHECK(read("{\"a\": 1,\n\"a\": 2\n}\n", "title") == "duplicate-member at a.md:2");
  CHECK(read("{\"a\": 1,\n\"title\":\n[1\n]}\n", "title") == "wrong-type at a.md:3");
  CHECK(read("{\"a\": [" + std::string(100, '[') + std::string(100, ']') + "]}\n", "a") == "malformed-json at a.md:1");
  CHECK(read("---\na: &a [1, 2]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n"
             "d: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n---\n",
             "a") == "too-many-values at a.md:2");
}

TEST_CASE("braces and fences that begin a text are not front matter") {
  CHECK_FALSE(begins_with_front_matter("{% raw %}\n"));
  CHECK_FALSE(begins_with_front_matter("{.class}\n"));
  CHECK_FALSE(begins_with_front_matter("----\n"));
  CHECK_FALSE(begins_with_front_matter(" ---\n"));
  CHECK_FALSE(begins_with_front_matter(""));
}

TEST_CASE("an unclosed quotation mark swallows no member") {
  for (const std::string text :
       {"a: \"b\n", "a: 'b\n", "a: 'b\ndraft: true\n", "a: 1\nb: \"c\ndraft: true\n\n", "a: \"b"}) {
    CAPTURE(text);
    Faults faults;
    CHECK_FALSE(read_yaml(text, {"a.md", 2}, faults));
    REQUIRE(faults.any());
    CHECK(faults.all().front().code == "malformed-yaml");
    CHECK_THAT(faults.all().front().message,
               Catch::Matchers::Contains("a quotation mark or bracket above is not closed"));
  }
  CHECK(read("---\na: \"b\n  c\"\n---\n", "a") == "b c");
  CHECK(read("---\na: |\n  b\n  c\n---\n", "a") == "b c");
}

TEST_CASE("the error for malformed YAML states the cause and what to write") {
  const auto cause = [](const std::string& yaml) {
    Faults faults;
    read_yaml(yaml, {"a.md", 1}, faults);
    REQUIRE(faults.any());
    return faults.all().front().message;
  };
  const auto writes = [&](const std::string& yaml, const std::string& stead) {
    CHECK_THAT(cause(yaml), Catch::Matchers::EndsWith("must be in quotes; write " + stead));
  };
  writes("title: Foo: bar\n", "title: 'Foo: bar'");
  writes("lead:\n  alt: a: it's\n", "alt: 'a: it''s'");
  writes("title: 'It's'\nb: 1\n", "title: 'It''s'");
  writes("title: \"a\" b\nc: 1\n", "title: '\"a\" b'");
  writes("title: [a] b\nc: 1\n", "title: '[a] b'");
  for (const std::string value : {"@foo", "`foo`", "%foo", "& co", "*Emphasis* here", "> a", "]x"})
    writes("title: " + value + "\nb: 1\n", "title: '" + value + "'");
  CHECK_THAT(cause("title: \"a\\qb\"\n"), Catch::Matchers::EndsWith("write title: 'a\\qb'"));
  CHECK_THAT(cause("a: b\n\tc: d\n"), Catch::Matchers::EndsWith("indented by a tab; write spaces"));
  CHECK_THAT(cause("title: {x\n"), Catch::Matchers::EndsWith("or put the whole value in quotes"));
  CHECK_THAT(cause("title: - a\n"), Catch::Matchers::EndsWith("write each item there, after \"- \""));
  for (const char* yaml : {"a: 1\n  b: 2\n", "a: 1\nb\nc: 3\n", "title:Foo\nb: 1\n", "title: a\n- b\n"})
    CHECK_THAT(cause(yaml), Catch::Matchers::Contains("write a space after the colon"));
}
