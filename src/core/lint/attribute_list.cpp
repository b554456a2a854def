#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/markdown/heading_id.hpp"

#include <algorithm>

namespace broadside::lint {
namespace {

bool is_name_character(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == ':'; }

// Removes a name from the start of the text and returns it. It is empty if there is none.
std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(name.size());
  return !name.empty() && (is_alpha(name.front()) || name.front() == '-') ? name : std::string_view();
}

bool take_value(std::string_view& text) {
  if (text.starts_with('"') || text.starts_with('\'')) {
    const auto close = text.find(text.front(), 1);
    text.remove_prefix(close == std::string_view::npos ? 0 : close + 1);
    return close != std::string_view::npos;
  }
  const auto end = std::min(text.find_first_of(" \t\n"), text.size());
  text.remove_prefix(end);
  return end > 0;
}

struct Attributes {
  std::string_view id;
  std::size_t count = 0;
  bool has_size = false;
};

// Returns the attributes in the braces: ".class", "#id" and "name=value" (Pandoc, PHP Markdown Extra), with a colon
// before them in kramdown. Returns nullopt if the braces hold anything else.
std::optional<Attributes> read_attributes(std::string_view content) {
  if (content.starts_with(':'))
    content.remove_prefix(1);
  Attributes attributes;
  for (content = trimmed(content); !content.empty(); content = trimmed(content)) {
    const char sign = content.front();
    const bool is_short = sign == '.' || sign == '#';
    content.remove_prefix(is_short ? 1 : 0);
    const auto name = take_name(content);
    if (name.empty())
      return std::nullopt;
    if (sign == '#')
      attributes.id = name;
    if (!is_short) {
      if (!content.starts_with('='))
        return std::nullopt;
      content.remove_prefix(1);
      if (!take_value(content))
        return std::nullopt;
      attributes.has_size = attributes.has_size || name == "width" || name == "height";
    }
    ++attributes.count;
    if (!content.empty() && !is_space(content.front()))
      return std::nullopt;
  }
  return attributes.count > 0 ? std::optional(attributes) : std::nullopt;
}

// Returns whether the braces can hold attributes: they directly follow something, or stand alone in a line or at the
// end of a block.
bool stands_for_attributes(const Prose& prose, std::size_t at, std::size_t end) {
  const auto text = prose.text();
  const bool is_attached = at > 0 && (!prose.is_plain(at - 1) || text[at - 1] == ']' || text[at - 1] == '*');
  const bool is_apart = at > 0 && is_space(text[at - 1]);
  return is_attached || (is_apart && prose.ends_block(end)) || (prose.begins_line(at) && prose.ends_line(end));
}

bool is_heading(const Prose& prose) { return cmark_node_get_type(prose.block()) == CMARK_NODE_HEADING; }

// Returns whether the braces are "{#id}" at the end of a heading, which Broadside supports.
bool is_anchor(const Prose& prose, std::size_t end) {
  return is_heading(prose) && prose.ends_line(end) && markdown::read_heading_id(prose.text().substr(0, end));
}

std::string advice(const Prose& prose, const Attributes& attributes) {
  if (is_heading(prose) && !attributes.id.empty())
    return "write {#" + std::string(attributes.id) + "} alone at the end of the heading";
  if (!attributes.id.empty())
    return "leave them out, or write <a id=\"" + std::string(attributes.id) + "\"></a> where links should lead";
  if (attributes.has_size)
    return "leave them out, or write <img src=\"picture.png\" alt=\"what it shows\" width=\"300\">";
  return "leave them out";
}

} // namespace

void check_attribute_lists(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = prose.text();
  for (std::size_t at = prose.find("{", 0); at < text.size(); at = prose.find("{", at + 1)) {
    const auto close = text.find_first_of("{}", at + 1);
    if (close == std::string_view::npos)
      return;
    const auto attributes = text[close] == '}' ? read_attributes(text.substr(at + 1, close - at - 1)) : std::nullopt;
    const auto end = close + 1;
    if (!attributes || !stands_for_attributes(prose, at, end) || is_anchor(prose, end))
      continue;
    remarks.push_back({prose.place_of(at),
                       "attribute-list",
                       quoted(text.substr(at, end - at)) +
                           " are attributes for another program, and readers see them as they are typed; " +
                           advice(prose, *attributes),
                       {}});
    if (is_heading(prose) && !attributes->id.empty() && prose.ends_line(end))
      remarks.back().mend = {prose.edit(at, end - at, "{#" + std::string(attributes->id) + "}")};
    prose.mark_remarked(at, end);
  }
}

} // namespace broadside::lint
