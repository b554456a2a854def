#include "core/yaml/front_matter.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using yaml::FrontMatter;
using Names = std::vector<std::string>;

namespace {

// Returns what is read from front matter with these lines.
FrontMatter read(const std::string& lines) {
  FrontMatter front_matter;
  INFO(lines);
  CHECK(yaml::take_front_matter("---\n" + lines + "---\nText.", front_matter) == "Text.");
  return front_matter;
}

std::string title(const std::string& lines) { return read(lines).title; }
Names authors(const std::string& lines) { return read(lines).authors; }

std::string markdown_of(std::string_view text) {
  FrontMatter front_matter;
  return std::string(yaml::take_front_matter(text, front_matter));
}

bool has_none(std::string_view text) { return markdown_of(text) == text; }

} // namespace

TEST_CASE("Front matter states title, language, date and authors") {
  const auto front_matter = read("title: A Tale\nlang: en-GB\ndate: 2026-03-01T23:30:00+09:00\nauthor: Ana\n");
  CHECK(front_matter.title == "A Tale");
  CHECK(front_matter.language == "en-GB");
  CHECK(front_matter.date == "2026-03-01T23:30:00+09:00");
  CHECK(front_matter.authors == Names{"Ana"});
}

TEST_CASE("Front matter may end with three dots") { // jxson/front-matter#33
  CHECK(markdown_of("---\ntitle: A\n...\n# B\n") == "# B\n");
}

TEST_CASE("White space after a fence, a byte order mark and line ends of all kinds do not matter") {
  for (const char* text :
       {"---  \ntitle: A\n---\t\nText.", "\xEF\xBB\xBF---\ntitle: A\n---\nText.", "---\r\ntitle: A\r\n---\r\nText.",
        "---\rtitle: A\r---\rText.", "\xEF\xBB\xBF---\rtitle: A\r\n---\nText.", "---\n\rtitle: A\n\r---\rText."}) {
    FrontMatter front_matter;
    CHECK(yaml::take_front_matter(text, front_matter) == "Text.");
    CHECK(front_matter.title == "A");
  }
  CHECK(markdown_of("---\n---\nText.") == "Text.");
  CHECK(markdown_of("---\ntitle: A\n---") == "");
}

TEST_CASE("Text that is not front matter stays in the text") { // remarkjs/remark-frontmatter#8
  CHECK(has_none("---\ntitle: A\n\nNo line closes it.\n"));
  CHECK(has_none("---\nA text between two thematic breaks.\n---\n"));
  CHECK(has_none("---\ntitle: A\nand a line that is not YAML\n---\n"));
  CHECK(has_none("---\n- a\n- b\n---\n"));
  CHECK(has_none(" ---\ntitle: A\n---\n"));
  CHECK(has_none("----\ntitle: A\n----\n"));
  CHECK(has_none("Text.\n---\ntitle: A\n---\n"));
  CHECK(has_none("---"));
  CHECK(has_none(""));
}

TEST_CASE("Values are texts, exactly as they are written") {
  CHECK(read("lang: no\n").language == "no");
  CHECK(title("title: 1e3\n") == "1e3");
  CHECK(title("title: yes\n") == "yes");
  CHECK(title("title:\n") == "");
  CHECK(title("title: ~\n") == "");
  CHECK(title("title: null\n") == "");
}

TEST_CASE("Texts may be plain, quoted or in a block") {
  CHECK(title("title: A # comment\n") == "A");
  CHECK(title("title: C# and you\n") == "C# and you");
  CHECK(title("# comment\ntitle: A\n  Tale\n") == "A Tale");
  CHECK(title("title:\n  A\n# comment\n  Tale\n") == "A Tale");
  CHECK(title("title: \"Q: why?\" # comment\n") == "Q: why?");
  CHECK(title("title: Q: why?\n") == "Q: why?");
  CHECK(title("title: 'It''s'\n") == "It's");
  CHECK(title("title: \"a \\\"b\\\" \\\\ \\u00e9\\xe9\\U0001F600\\/\\td\\0\"\n") == "a \"b\" \\ éé😀/ d0");
  CHECK(title("title: \"\\ud800\\x00\"\n") == "\uFFFD\uFFFD");
  CHECK(title("title: \"one \n  two \\\n  three\"\n") == "one two three");
  CHECK(title("title: \"unclosed\n") == "");
  CHECK(title("title: |\n  one\n  # two\n\n# comment\nlang: en\n") == "one # two");
  CHECK(title("title: >-\n  one\n  two\n") == "one two");
}

TEST_CASE("Authors may be one name, or a list in either notation") {
  CHECK(authors("authors: [Ana, \"Bo, Jr.\" , 'C''D', ~]\n") == Names{"Ana", "Bo, Jr.", "C'D"});
  CHECK(authors("authors: [Ana, # comment\n  Bo,\n]\n") == Names{"Ana", "Bo"});
  CHECK(authors("authors:\n  - Ana\n  - \"Bo: Jr.\"\n") == Names{"Ana", "Bo: Jr."});
  CHECK(authors("authors:\n- Ana\n- Bo\n  Jr.\n-\n") == Names{"Ana", "Bo Jr."});
  CHECK(authors("authors:\n-\tAna\n-\tBo\n") == Names{"Ana", "Bo"});
  CHECK(authors("authors:\n  -\tAna\n") == Names{"Ana"});
  CHECK(authors("author: Ana\nauthors: [Bo]\n") == Names{"Ana", "Bo"});
  CHECK(authors("authors: []\n") == Names{});
}

TEST_CASE("Unknown members are ignored") {
  const auto front_matter = read("lead:\n  title: none\n  src: x.png\nrelated:\n  - title: none\n  - [a, {b: c}]\n"
                                 "tags: [a, \"b, c\"]\nmap: {title: none}\n\"quoted\": x\nnb: yes\ntitle: A\n");
  CHECK(front_matter.title == "A");
  CHECK(front_matter.authors.empty());
  CHECK(title("title:\n  en: none\n") == "");
  CHECK(title("title: {en: none}\n") == "");
  CHECK(title("title: [none]\n") == "");
  CHECK(title("title:\n  - none\n") == "");
  CHECK(title("title: *alias\n") == "");
  CHECK(authors("authors:\n  - name: none\n    url: none\n  - Ana\n") == Names{"Ana"});
  CHECK(authors("authors: [[none], {name: none}, Ana, {a: [\"]\"]}]\n") == Names{"Ana"});
}

TEST_CASE("Reading front matter takes linear time") {
  const std::string many(300'000, 'a');
  CHECK(has_none("---\na:" + many));
  CHECK(authors("authors: [" + std::string(300'000, '[') + "\n").empty());
  CHECK(authors("authors: [" + std::string(300'000, ',') + "]\n").empty());
  std::string list;
  for (int i = 0; i < 100'000; ++i)
    list += "'a' ,";
  CHECK(authors("authors: [" + list + "]\n").size() == 100'000);
}
