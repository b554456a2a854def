#include "core/lint/quoted.hpp"
#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>

namespace broadside::lint {
namespace {

// WordPress's own shortcodes, which need no attributes.
constexpr std::array<std::string_view, 6> known = {"audio", "caption", "embed", "gallery", "playlist", "video"};
constexpr std::array<std::string_view, 4> contents = {"[toc]", "[[toc]]", "[_toc_]", "[[_toc_]]"};

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '-'; }

std::string_view name_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// Returns whether the text begins with an attribute, as after a shortcode's name: "ids=" and a quote.
bool begins_with_attribute(std::string_view text) {
  const auto space = text.find_first_not_of(' ');
  if (space == 0 || space == std::string_view::npos)
    return false;
  text.remove_prefix(space);
  const auto name = name_at(text);
  const auto value = text.substr(name.size());
  return !name.empty() && value.size() > 1 && value[0] == '=' && (value[1] == '"' || value[1] == '\'');
}

// Returns whether a bracket and its content are a shortcode: "[gallery ids="1,2"]", "[/caption]".
bool is_shortcode(std::string_view tag) {
  auto content = tag.substr(1, tag.size() - 2);
  const bool is_end = content.starts_with('/');
  content.remove_prefix(is_end ? 1 : 0);
  const auto name = name_at(content);
  const auto rest = content.substr(name.size());
  const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
  return !name.empty() && is_alpha(name.front()) && (rest.empty() ? is_known : begins_with_attribute(rest));
}

std::string message_on_shortcode(std::string_view tag) {
  return quoted(tag) + " is a shortcode of another program, and readers see it as it is typed; write pictures as " +
         "![what it shows](picture.png), and leave out the rest";
}

bool check_contents(Prose& prose, std::vector<Remark>& remarks) {
  const auto text = lowered(trimmed(prose.text()));
  if (std::find(contents.begin(), contents.end(), text) == contents.end())
    return false;
  remarks.push_back({prose.place_of(0),
                     "template-tag",
                     quoted(prose.text()) + " is a table of contents for another program, and readers see it as it is "
                                            "typed; leave it out, or write a list of links to the headings",
                     {}});
  prose.mark_remarked(0, prose.text().size());
  return true;
}

} // namespace

void check_shortcodes(Prose& prose, const Definitions& definitions, std::vector<Remark>& remarks) {
  if (check_contents(prose, remarks))
    return;
  const std::string_view text = prose.text();
  for (std::size_t at = prose.find("[", 0); at < text.size(); at = prose.find("[", at + 1)) {
    const auto close = text.find_first_of("[]", at + 1);
    if (close == std::string_view::npos)
      return;
    const auto tag = text.substr(at, close + 1 - at);
    const char after = close + 1 < text.size() ? text[close + 1] : ' ';
    if (text[close] == '[' || after == '(' || after == '[' || after == ':' || !is_shortcode(tag) ||
        definitions.has_link(tag.substr(1, tag.size() - 2)))
      continue;
    remarks.push_back({prose.place_of(at), "template-tag", message_on_shortcode(tag), {}});
    prose.mark_remarked(at, close + 1);
  }
}

} // namespace broadside::lint
