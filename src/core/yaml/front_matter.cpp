#include "core/yaml/front_matter.hpp"

#include "core/lines.hpp"
#include "core/utf8.hpp"
#include "core/yaml/value.hpp"

#include <optional>

namespace broadside::markdown {
namespace {

// Where the name ends in a line "name: value".
std::size_t colon_of(std::string_view line) {
  for (auto colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1))
    if (colon > 0 && is_blank(line.substr(colon + 1, 1)))
      return colon;
  return std::string_view::npos;
}

bool begins_member(std::string_view line) {
  return !line.empty() && std::string_view(" \t#-]}").find(line.front()) == std::string_view::npos &&
         colon_of(line) != std::string_view::npos;
}

// A line that belongs to the member above it: indented, an item of a list, or the end of one in brackets.
bool continues_member(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || is_yaml_item(line) || line.starts_with(']') ||
         line.starts_with('}');
}

struct Member {
  std::string_view name;
  /// Everything from after the colon to the next member.
  std::string_view value;
};

struct Parts {
  std::vector<Member> members;
  std::string_view markdown;
};

// Nothing where the text does not begin with front matter.
std::optional<Parts> split(std::string_view text) {
  Parts parts;
  std::string_view rest = text;
  if (!is_fence(take_line(rest), "---"))
    return std::nullopt;
  while (!rest.empty()) {
    const auto from_here = rest;
    const auto line = take_line(rest);
    if (is_fence(line, "---") || is_fence(line, "...")) {
      parts.markdown = rest;
      return parts;
    }
    if (begins_member(line)) {
      const auto colon = colon_of(line);
      parts.members.push_back({trimmed(line.substr(0, colon)), from_here.substr(colon + 1, 0)});
    } else if (!is_blank(line) && !line.starts_with('#') && !(continues_member(line) && !parts.members.empty())) {
      return std::nullopt;
    }
    if (!parts.members.empty()) {
      auto& value = parts.members.back().value;
      value = {value.data(), static_cast<std::size_t>(line.data() + line.size() - value.data())};
    }
  }
  return std::nullopt;
}

void read(const Member& member, FrontMatter& front_matter) {
  if (member.name == "title")
    front_matter.title = yaml_text(member.value);
  else if (member.name == "lang")
    front_matter.language = yaml_text(member.value);
  else if (member.name == "date")
    front_matter.date = yaml_text(member.value);
  else if (member.name == "author" || member.name == "authors")
    for (std::string& author : yaml_texts(member.value))
      front_matter.authors.push_back(std::move(author));
}

} // namespace

std::string_view take_front_matter(std::string_view text, FrontMatter& front_matter) {
  const auto mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto parts = split(text.substr(mark));
  if (!parts)
    return text;
  for (const Member& member : parts->members)
    read(member, front_matter);
  return parts->markdown;
}

} // namespace broadside::markdown
