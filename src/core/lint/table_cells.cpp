#include "core/lint/table_cells.hpp"

#include "core/lines.hpp"

namespace broadside::lint {

std::size_t find_pipe(std::string_view row, std::size_t from) {
  auto pipe = row.find('|', from);
  while (pipe != std::string_view::npos && pipe > 0 && row[pipe - 1] == '\\')
    pipe = row.find('|', pipe + 1);
  return pipe;
}

std::vector<std::string_view> cells_of(std::string_view row) {
  row = trimmed(row);
  std::vector<std::string_view> cells;
  for (std::size_t start = row.starts_with('|') ? 1 : 0; start < row.size();) {
    const auto end = std::min(find_pipe(row, start), row.size());
    cells.push_back(trimmed(row.substr(start, end - start)));
    start = end + 1;
  }
  return cells;
}

} // namespace broadside::lint
