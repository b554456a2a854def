#pragma once

#include "core/lines.hpp"

#include <cmark-gfm.h>

#include <string_view>
#include <vector>

namespace broadside::lint {

/// The lines of a text, by cmark's numbers, from 1. Views of it.
class Source {
public:
  explicit Source(std::string_view text) {
    while (!text.empty())
      lines_.push_back(take_line(text));
  }

  /// Without its end; empty where there is no such line.
  std::string_view line(int number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < lines_.size() ? lines_[index] : std::string_view();
  }

  /// How many there are.
  int lines() const { return static_cast<int>(lines_.size()); }

private:
  std::vector<std::string_view> lines_;
};

/// Where a node's first line begins, in bytes from the start of the line.
inline std::size_t offset_of(cmark_node* node) {
  const int column = cmark_node_get_start_column(node);
  return column > 0 ? static_cast<std::size_t>(column - 1) : 0;
}

/// Where the content of a line begins that is not its paragraph's or table's first: past what the quotes and lists
/// around it stand for.
inline std::size_t content_offset(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

} // namespace broadside::lint
