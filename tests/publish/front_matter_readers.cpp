#include "core/yaml/front_matter.hpp"
#include "publish/source/document.hpp"
#include "support/folder.hpp"

#include <catch2/catch.hpp>

using namespace broadside;
using Names = std::vector<std::string>;

namespace {

struct Read {
  std::string title, date;
  Names authors;
  std::string markdown;
  bool operator==(const Read&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Read& read) {
  out << "title <" << read.title << "> date <" << read.date << "> authors";
  for (const std::string& author : read.authors)
    out << " <" << author << ">";
  return out << " text <" << read.markdown << ">";
}

Read as_a_plain_file(const std::string& text) {
  yaml::FrontMatter front_matter;
  const std::string markdown(yaml::take_front_matter(text, front_matter));
  return {front_matter.title, front_matter.date, front_matter.authors, markdown};
}

Read as_the_build(const std::string& text) {
  Folder folder;
  folder.write("en.md", text);
  const auto document =
      publish::read_document(folder.path() / "en.md", *html::Url::check("https://news.example/a/"), {}, 0);
  for (const Error& fault : document.faults.all())
    UNSCOPED_INFO(fault.code << " " << fault.message);
  return {document.translation.title, document.published, document.translation.authors, document.translation.markdown};
}

} // namespace

TEST_CASE("the build reads the front matter of an article as the widget reads that of a plain file") {
  const auto [members, title, date, authors] = GENERATE(table<std::string, std::string, std::string, Names>({
      {"title: A\n", "A", "", {}},
      {"title: A b  \ndate: 2026-03-01\nauthor: Ada\n", "A b", "2026-03-01", {"Ada"}},
      {"title: \"A: \\\"b\\\" \\u00e9 \\x41 \\U0001F600\"\n", "A: \"b\" é A 😀", "", {}},
      {"title: 'It''s \\n'\n", "It's \\n", "", {}},
      {"title: >\n  A\n  b\n\n  c\ndate: 2026-03-01\n", "A b c", "2026-03-01", {}},
      {"title: |\n  A\n  b\n", "A b", "", {}},
      {"title: >-\n  A\n  b\n", "A b", "", {}},
      {"title: A\n  b\n  c\n", "A b c", "", {}},
      {"title: \"A\n  b\"\n", "A b", "", {}},
      {"title:\n  A\n", "A", "", {}},
      {"title: no\n", "no", "", {}},
      {"title: 2026\n", "2026", "", {}},
      {"title: 1.10\n", "1.10", "", {}},
      {"title: A # b\n", "A", "", {}},
      {"title: A#b\n", "A#b", "", {}},
      {"# a comment\ntitle: A\n", "A", "", {}},
      {"title: A\npublished: 2026-03-01\n", "A", "2026-03-01", {}},
      {"title: A\ndate: 2025-01-01\npublished: 2026-03-01\n", "A", "2026-03-01", {}},
      {"title: A\npublished: true\ndate: 2026-03-01\n", "A", "2026-03-01", {}},
      {"title: A\ndate: 2026-03-01T10:00:00Z\n", "A", "2026-03-01T10:00:00Z", {}},
      {"title: A\nauthors: [Ada, \"B, C\", 'D']\n", "A", "", {"Ada", "B, C", "D"}},
      {"title: A\nauthors:\n  - Ada\n  - \"B, C\"\n", "A", "", {"Ada", "B, C"}},
      {"title: A\nauthors:\n- Ada\n- B\n", "A", "", {"Ada", "B"}},
      {"title: A\nauthors: [\n  Ada,\n  B\n]\n", "A", "", {"Ada", "B"}},
      {"title: A\nauthors:\n", "A", "", {}},
      {"title: A\nauthor: ~\n", "A", "", {}},
      {"title: A\nauthor: Ada\nauthors: [B]\n", "A", "", {"Ada", "B"}},
      {"title: A\nauthors: [B]\nauthor: Ada\n", "A", "", {"Ada", "B"}},
      {"\"title\": A\n", "A", "", {}},
      {"title : A\n", "A", "", {}},
      {"tags: [a, b]\nnested:\n  title: no\ntitle: A\n", "A", "", {}},
  }));
  INFO(members);
  const Read expected{title, date, authors, "Text.\n"};
  const std::string text = "---\n" + members + "---\nText.\n";
  CHECK(as_a_plain_file(text) == expected);
  CHECK(as_the_build(text) == expected);
}
