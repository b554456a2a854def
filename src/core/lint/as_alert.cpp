#include "core/lint/as_alert.hpp"

#include <string>

namespace broadside::lint {
namespace {

constexpr std::string_view indentation = "    ";

std::string alert_marker(std::string_view kind) { return "> [!" + std::string(kind) + "]"; }

Edit whole_line(const Source& source, int line, std::string text) {
  return {line, 0, source.line(line).size(), std::move(text)};
}

// Returns the line as part of a quotation, without `without` bytes at its start.
Edit quoted_line(const Source& source, int line, std::size_t without) {
  return is_blank(source.line(line)) ? whole_line(source, line, ">") : Edit{line, 0, without, "> "};
}

bool is_fence(std::string_view line) { return line.starts_with(":::"); }

} // namespace

std::vector<Edit> indented_as_alert(const Source& source, int marker, std::string_view kind) {
  int first = marker + 1;
  while (first <= source.lines() && is_blank(source.line(first)))
    ++first;
  int last = first - 1;
  for (int line = first; line <= source.lines(); ++line) {
    if (source.line(line).starts_with(indentation))
      last = is_blank(source.line(line)) ? last : line;
    else if (!is_blank(source.line(line)))
      break;
  }
  if (last < first)
    return {};
  // An alert's marker stands directly above its text.
  std::vector<Edit> edits;
  if (first > marker + 1)
    edits.push_back(whole_line(source, marker, ""));
  edits.push_back(whole_line(source, first - 1, alert_marker(kind)));
  for (int line = first; line <= last; ++line)
    edits.push_back(quoted_line(source, line, indentation.size()));
  return edits;
}

std::vector<Edit> fenced_as_alert(const Source& source, int marker, std::string_view kind) {
  int last = marker + 1;
  while (last <= source.lines() && !is_fence(source.line(last)))
    ++last;
  const bool is_closed =
      last <= source.lines() && source.line(last).find_first_not_of(": \t") == std::string_view::npos;
  int first = marker + 1;
  while (first < last && is_blank(source.line(first)))
    ++first;
  if (!is_closed || first == last)
    return {};
  std::vector<Edit> edits;
  if (first > marker + 1)
    edits.push_back(whole_line(source, marker, ""));
  edits.push_back(whole_line(source, first - 1, alert_marker(kind)));
  for (int line = first; line < last; ++line)
    edits.push_back(quoted_line(source, line, 0));
  edits.push_back(whole_line(source, last, ""));
  return edits;
}

} // namespace broadside::lint
