#include "core/yaml/front_matter.hpp"

#include "core/lines.hpp"
#include "core/utf8.hpp"
#include "core/yaml/quoted.hpp"
#include "core/yaml/value.hpp"

#include <algorithm>
#include <optional>

namespace broadside::yaml {
namespace {

// Returns where the name ends in a line "name: value".
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

// Returns whether a line belongs to the member above it: it is indented, an item of a list, or the end of a list in
// brackets.
bool continues_member(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || is_item(line) || line.starts_with(']') ||
         line.starts_with('}');
}

struct Member {
  std::string name;
  /// The text from the colon to the next member.
  std::string_view value;
};

struct Parts {
  std::vector<Member> members;
  std::string_view markdown;
};

std::string name_of(std::string_view written) {
  std::string_view name = trimmed(written);
  return name.starts_with('"') || name.starts_with('\'') ? take_quoted(name) : std::string(name);
}

// Returns nothing if the text does not begin with front matter.
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
      parts.members.push_back({name_of(line.substr(0, colon)), from_here.substr(colon + 1, 0)});
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

// Returns the value of the member of that name, or an empty text if there is none.
std::string_view value_of(const Parts& parts, std::string_view name) {
  const auto found = std::find_if(parts.members.begin(), parts.members.end(),
                                  [&](const Member& member) { return member.name == name; });
  return found == parts.members.end() ? std::string_view() : found->value;
}

// Jekyll's `published` is true or false, and not a date.
std::string read_date(const Parts& parts) {
  std::string published = text_of(value_of(parts, "published"));
  const bool is_date = !published.empty() && published != "true" && published != "false";
  return is_date ? published : text_of(value_of(parts, "date"));
}

std::vector<std::string> read_authors(const Parts& parts) {
  auto authors = texts_of(value_of(parts, "author"));
  for (std::string& author : texts_of(value_of(parts, "authors")))
    authors.push_back(std::move(author));
  return authors;
}

} // namespace

std::string_view take_front_matter(std::string_view text, FrontMatter& front_matter) {
  const auto mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto parts = split(text.substr(mark));
  if (!parts)
    return text;
  front_matter = {text_of(value_of(*parts, "title")), text_of(value_of(*parts, "lang")), read_date(*parts),
                  read_authors(*parts)};
  return parts->markdown;
}

} // namespace broadside::yaml
