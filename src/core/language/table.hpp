#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::language {

/// Finds the text after a tag in a table that is one text, "
/// af\tAfrikaans
/// ak\t…
/// "; a table of pairs of texts would be half as long again. Returns nothing for a tag that is not listed, and for the
/// empty one.
inline std::optional<std::string_view> find_in(std::string_view table, std::string_view tag) {
  const std::string start = "\n" + std::string(tag) + "\t";
  const auto at = table.find(start);
  if (tag.empty() || at == std::string_view::npos)
    return std::nullopt;
  const auto found = table.substr(at + start.size());
  return found.substr(0, found.find('\n'));
}

} // namespace broadside::language
