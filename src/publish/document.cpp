#include "publish/document.hpp"

#include "core/language/date.hpp"
#include "core/language/tag.hpp"
#include "publish/markdown_addresses.hpp"
#include "publish/text_file.hpp"
#include "publish/yaml_map.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using article::longest_address;
using article::longest_line;
using article::longest_paragraph;
using article::widest_picture;

// The file cut in two. The front matter keeps the fence above it, which in YAML begins a document, so that its lines
// count as the file's do.
struct Parts {
  std::string_view front_matter, markdown;
  int markdown_line;
};

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  const auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool is_fence(std::string_view line) {
  return line.starts_with("---") && line.find_first_not_of(" \t\r", 3) == std::string_view::npos;
}

std::optional<Parts> split(std::string_view text, const Place& start, Faults& faults) {
  std::string_view rest = text;
  if (!is_fence(take_line(rest))) {
    faults.add(start, "missing-front-matter", "must begin with front matter, between two lines of \"---\"");
    return std::nullopt;
  }
  for (int line = 2; !rest.empty(); ++line) {
    const auto front_matter = text.substr(0, text.size() - rest.size());
    if (is_fence(take_line(rest)))
      return Parts{front_matter, rest, line + 1};
  }
  faults.add(start, "unclosed-front-matter", "the front matter has no second \"---\"");
  return std::nullopt;
}

std::string read_date(const YamlMap& map, const std::string& name, Faults& faults) {
  std::string date = map.text(name, longest_line, faults);
  if (!date.empty() && !language::parse_date(date))
    faults.add(map.place(name), "malformed", name + ": must be a date such as 2021-03-14 or 2021-03-14T10:00:00Z");
  return date;
}

std::vector<std::string> read_authors(const YamlMap& map, Faults& faults) {
  std::vector<std::string> authors = map.texts("author", longest_line, faults);
  for (std::string& author : map.texts("authors", longest_line, faults))
    authors.push_back(std::move(author));
  std::erase(authors, "");
  return authors;
}

std::optional<article::Picture> read_lead(const YamlMap& map, const Place& start, const html::Url& base,
                                          Faults& faults) {
  const auto lead = map.map("lead", faults);
  if (!lead)
    return std::nullopt;
  const std::string src = lead->required_text("src", longest_address, faults);
  const auto url = html::Url::check(src, &base);
  if (!src.empty())
    check_picture(src, lead->place("src"), start.file.parent_path(), faults);
  if (!url)
    return std::nullopt;
  return article::Picture{*url,
                          lead->text("alt", longest_paragraph, faults),
                          lead->text("caption", longest_paragraph, faults),
                          lead->text("credit", longest_line, faults),
                          lead->number("width", 1, widest_picture, faults),
                          lead->number("height", 1, widest_picture, faults)};
}

std::string read_language(const std::filesystem::path& file, Faults& faults) {
  std::string language = file.stem().string();
  if (!language::well_formed(language))
    faults.add({file, 1}, "malformed", "\"" + language + "\" is no language tag (BCP 47), such as en or pt-BR");
  return language;
}

std::string checked_markdown(std::string_view markdown, const Place& start, Faults& faults) {
  if (markdown.size() > article::longest_markdown)
    faults.add(start, "too-long", "the text must be at most " + std::to_string(article::longest_markdown) + " bytes");
  else
    check_addresses(markdown, start, start.file.parent_path(), faults);
  return std::string(markdown);
}

} // namespace

std::optional<Document> read_document(const std::filesystem::path& file, const html::Url& base, Faults& faults) {
  const Place start{file, 1};
  std::string language = read_language(file, faults);
  const auto text = read_text_file(file, faults);
  const auto parts = text ? split(*text, start, faults) : std::nullopt;
  if (!parts)
    return std::nullopt;
  Document document;
  document.translation.language = std::move(language);
  document.translation.markdown = checked_markdown(parts->markdown, {file, parts->markdown_line}, faults);
  const auto map = YamlMap::parse(std::string(parts->front_matter), file, faults);
  if (!map)
    return std::nullopt;
  document.translation.title = map->required_text("title", longest_line, faults);
  document.translation.dek = map->text("dek", longest_paragraph, faults);
  document.translation.authors = read_authors(*map, faults);
  document.translation.lead = read_lead(*map, start, base, faults);
  document.published = read_date(*map, "published", faults);
  document.modified = read_date(*map, "modified", faults);
  return document;
}

} // namespace broadside::publish
