#include "core/lint/definitions.hpp"

#include "core/ascii.hpp"
#include "core/lint/inline_spans.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/parse.hpp"
#include "core/unicode/case_folding.hpp"

#include <optional>

namespace broadside::lint {
namespace {

// Labels that differ only in case and white space are the same (CommonMark 0.31, 6.3 "matches").
std::string key_of(std::string_view label, bool is_note) {
  std::string words = is_note ? "^" : "";
  for (const char c : trimmed(label))
    if (!is_space(c) || !is_space(words.back()))
      words += is_space(c) ? ' ' : c;
  return unicode::fold_case(words);
}

// Returns the line without the quotation and list markers at its start.
std::string_view without_containers(std::string_view line) {
  while (true) {
    line.remove_prefix(content_offset(line));
    std::size_t marker = 0;
    while (marker < line.size() && marker < 9 && is_digit(line[marker]))
      ++marker;
    const std::string_view signs = marker > 0 ? ".)" : "-*+";
    if (marker + 1 >= line.size() || signs.find(line[marker]) == std::string_view::npos || line[marker + 1] != ' ')
      return line;
    line.remove_prefix(marker + 2);
  }
}

std::optional<Definition> definition_in(std::string_view line, int number) {
  line = without_containers(line);
  if (!line.starts_with('['))
    return std::nullopt;
  std::size_t end = 1;
  for (; end < line.size() && line[end] != ']'; ++end) {
    if (line[end] == '[')
      return std::nullopt;
    end += line[end] == '\\' ? 1 : 0;
  }
  if (end + 1 >= line.size() || line[end + 1] != ':')
    return std::nullopt;
  auto label = line.substr(1, end - 1);
  const bool is_note = label.starts_with('^');
  label.remove_prefix(is_note ? 1 : 0);
  if (is_blank(label))
    return std::nullopt;
  return Definition{std::string(label), number, is_note, trimmed(line.substr(end + 2))};
}

// Returns for each line, by its number, whether it is code or raw HTML.
std::vector<bool> lines_without_prose(cmark_node* document, int lines) {
  std::vector<bool> result(static_cast<std::size_t>(lines) + 1);
  markdown::for_each_node(document, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK)
      return;
    for (int line = cmark_node_get_start_line(node); line <= std::min(cmark_node_get_end_line(node), lines); ++line)
      result[static_cast<std::size_t>(line)] = true;
  });
  return result;
}

} // namespace

bool is_well_formed(const Definition& definition) {
  const auto address = address_at_start(definition.rest);
  const auto title = trimmed(definition.rest.substr(address.size()));
  return title.empty() || title.front() == '"' || title.front() == '\'' || title.front() == '(';
}

Definitions::Definitions(cmark_node* document, const Source& source) {
  const auto is_skipped = lines_without_prose(document, source.lines());
  for (int number = 1; number <= source.lines(); ++number) {
    if (is_skipped[static_cast<std::size_t>(number)])
      continue;
    if (auto definition = definition_in(source.line(number), number)) {
      first_.try_emplace(key_of(definition->label, definition->is_note), all_.size());
      all_.push_back(*std::move(definition));
    }
  }
}

const Definition* Definitions::find(std::string_view label, bool is_note) const {
  const auto found = first_.find(key_of(label, is_note));
  return found == first_.end() ? nullptr : &all_[found->second];
}

bool Definitions::has_link(std::string_view label) const { return find(label, false) != nullptr; }
bool Definitions::has_note(std::string_view label) const { return find(label, true) != nullptr; }

const Definition& Definitions::first_of(const Definition& definition) const {
  return *find(definition.label, definition.is_note);
}

} // namespace broadside::lint
