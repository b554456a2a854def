#pragma once

#include "core/lines.hpp"
#include "core/lint/remark.hpp"

#include <cmark-gfm.h>

#include <string_view>
#include <vector>

namespace broadside::lint {

/// The lines of a text, numbered from 1 as in cmark. It holds views of the text.
class Source {
public:
  explicit Source(std::string_view text) {
    while (!text.empty())
      lines_.push_back(take_line(text));
  }

  /// Returns a line without its line ending. It is empty if there is no such line.
  std::string_view line(int number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < lines_.size() ? lines_[index] : std::string_view();
  }

  /// Returns the number of lines.
  int lines() const { return static_cast<int>(lines_.size()); }

private:
  std::vector<std::string_view> lines_;
};

/// Returns the offset in bytes at which a node begins in its first line.
inline std::size_t offset_of(cmark_node* node) {
  const int column = cmark_node_get_start_column(node);
  return column > 0 ? static_cast<std::size_t>(column - 1) : 0;
}

/// Returns the position at which a node begins.
inline Place place_of(cmark_node* node) { return {cmark_node_get_start_line(node), offset_of(node)}; }

/// Returns the offset of the content of a line that is not the first of its paragraph or table: after the markers of
/// the quotations and lists around it.
inline std::size_t content_offset(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

} // namespace broadside::lint
