#include "publish/source/front_matter.hpp"

#include "core/lines.hpp"
#include "publish/values/notations.hpp"

namespace broadside::publish {
namespace {

using Notation = Parts::Notation;

// Markdown may begin with a brace too, but hardly with a brace and a quotation mark.
bool begins_object(std::string_view text) {
  const auto after = text.starts_with('{') ? text.find_first_not_of(white_space, 1) : std::string_view::npos;
  return after != std::string_view::npos && (text[after] == '"' || text[after] == '}');
}

std::optional<Notation> notation_of(std::string_view text) {
  std::string_view rest = text;
  const auto line = take_line(rest);
  if (is_fence(line, "---"))
    return Notation::yaml;
  if (is_fence(line, "+++"))
    return Notation::toml;
  if (begins_object(text))
    return Notation::json;
  return std::nullopt;
}

std::string_view fence_of(Notation notation) { return notation == Notation::yaml ? "---" : "+++"; }

bool is_end(std::string_view line, Notation notation) {
  return is_fence(line, fence_of(notation)) || (notation == Notation::yaml && is_fence(line, "..."));
}

std::optional<Parts> cut_at_fence(std::string_view text, Notation notation, const std::filesystem::path& file) {
  std::string_view rest = text;
  take_line(rest);
  const auto front_matter = rest;
  for (int line = 2; !rest.empty(); ++line) {
    const auto size = front_matter.size() - rest.size();
    if (is_end(take_line(rest), notation))
      return Parts{notation, front_matter.substr(0, size), {file, 2}, rest, {file, line + 1}};
  }
  return std::nullopt;
}

// Returns the end of the object with which the text begins: the position after its last brace.
std::optional<std::size_t> object_end(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\')
      ++i;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && c == '{')
      ++depth;
    else if (!in_string && c == '}' && --depth == 0)
      return i + 1;
  }
  return std::nullopt;
}

int count_lines(std::string_view text) {
  int count = 0;
  for (; !text.empty(); ++count)
    take_line(text);
  return count;
}

std::optional<Parts> cut_after_object(std::string_view text, const std::filesystem::path& file) {
  const auto end = object_end(text);
  if (!end)
    return std::nullopt;
  const auto object = text.substr(0, *end);
  auto rest = text.substr(*end);
  auto after = rest;
  const bool ends_line = is_blank(take_line(after));
  return Parts{
      Notation::json, object, {file, 1}, ends_line ? after : rest, {file, count_lines(object) + (ends_line ? 1 : 0)}};
}

} // namespace

bool begins_with_front_matter(std::string_view text) { return notation_of(text).has_value(); }

std::optional<Parts> cut_front_matter(std::string_view text, const std::filesystem::path& file, Faults& faults) {
  const Location start{file, 1};
  const auto notation = notation_of(text);
  if (!notation) {
    faults.add(start, "missing-front-matter",
               "must begin with front matter: YAML between two lines of \"---\", TOML between two of \"+++\", or an "
               "object in JSON");
    return std::nullopt;
  }
  auto parts = notation == Notation::json ? cut_after_object(text, file) : cut_at_fence(text, *notation, file);
  if (!parts && notation == Notation::json)
    faults.add(start, "unclosed-front-matter", "the front matter that begins here has no last \"}\"");
  else if (!parts)
    faults.add(start, "unclosed-front-matter",
               "the front matter that begins here has no second \"" + std::string(fence_of(*notation)) + "\"");
  return parts;
}

std::optional<Fields> read_fields(const Parts& parts, Faults& faults) {
  const auto read = parts.notation == Notation::yaml   ? read_yaml
                    : parts.notation == Notation::toml ? read_toml
                                                       : read_json;
  // The line feeds are made uniform, because each of the three parsers misses some line ending that Markdown knows.
  const auto value = read(with_line_feeds(parts.front_matter), parts.front_matter_location, faults);
  return value ? Fields::of(*value, parts.front_matter_location.file, faults) : std::nullopt;
}

} // namespace broadside::publish
