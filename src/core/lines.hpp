#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace broadside {

/// Takes the first line off a text, and returns it without its end. Lines end as in Markdown: with a line feed, a
/// carriage return, or both.
inline std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end);
  rest.remove_prefix(rest.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, rest.size()));
  return line;
}

/// The invisible characters between words in Markdown and YAML: spaces, tabs and the ends of lines.
constexpr std::string_view white_space = " \t\r\n";

inline bool is_blank(std::string_view line) { return line.find_first_not_of(white_space) == std::string_view::npos; }

/// Returns the text without the white space that it begins with.
inline std::string_view without_leading_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(white_space), text.size()));
}

/// Returns whether the line is the fence and nothing else but white space: what front matter stands between.
inline bool is_fence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && is_blank(line.substr(fence.size()));
}

/// Returns the same lines, each of which ends with a line feed alone.
inline std::string with_line_feeds(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      result += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      result += '\n';
  return result;
}

/// Returns the text without white space at either end.
inline std::string_view trimmed(std::string_view text) {
  text = without_leading_space(text);
  return text.substr(0, text.find_last_not_of(white_space) + 1);
}

} // namespace broadside
