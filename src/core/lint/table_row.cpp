#include "core/lint/rules.hpp"
#include "core/lint/table_cells.hpp"

#include <table.h> // before it: cmark-gfm-core-extensions.h

namespace broadside::lint {
namespace {

// Returns the next code in a row at or after `from`, with its backticks. It is empty at the end.
std::string_view find_code(std::string_view row, std::size_t from) {
  while (from < row.size()) {
    const auto open = row.find('`', from);
    if (open == std::string_view::npos)
      break;
    const auto content = std::min(row.find_first_not_of('`', open), row.size());
    const auto fence = row.substr(open, content - open);
    const bool is_escaped = open > 0 && row[open - 1] == '\\';
    for (auto close = row.find(fence, content); !is_escaped && close != std::string_view::npos;) {
      const auto end = std::min(row.find_first_not_of('`', close), row.size());
      if (end - close == fence.size())
        return row.substr(open, end - open);
      close = row.find(fence, end);
    }
    from = content;
  }
  return row.substr(row.size());
}

// Returns changes that put a backslash before every bare pipe in code.
std::vector<Edit> escape_code(std::string_view row, int line, std::size_t row_offset) {
  std::vector<Edit> edits;
  for (auto code = find_code(row, 0); !code.empty();) {
    const auto start = static_cast<std::size_t>(code.data() - row.data());
    const auto end = start + code.size();
    for (auto pipe = find_pipe(row, start); pipe < end; pipe = find_pipe(row, pipe + 1))
      edits.push_back({line, row_offset + pipe, 0, "\\"});
    code = find_code(row, end);
  }
  return edits;
}

// Returns the content of a row that readers do not see. It is empty if those cells are blank.
std::string dropped_content(const std::vector<std::string_view>& cells, std::size_t columns) {
  std::string content;
  for (std::size_t i = columns; i < cells.size(); ++i)
    content.append(content.empty() || cells[i].empty() ? "" : " | ").append(cells[i]);
  return content;
}

} // namespace

void check_row(cmark_node* node, const Source& source, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(node) != CMARK_NODE_TABLE_ROW || cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    return;
  const int number = cmark_node_get_start_line(node);
  const auto line = source.line(number);
  const auto offset = content_offset(line);
  const auto row = line.substr(offset);
  const auto cells = cells_of(row);
  const std::size_t columns = cmark_gfm_extensions_get_table_columns(cmark_node_parent(node));
  const std::string dropped = dropped_content(cells, columns);
  if (dropped.empty())
    return;
  auto mend = escape_code(row, number, offset);
  // Each backslash joins two cells. If that does not give the header's number of cells, another pipe is at fault.
  if (cells.size() - mend.size() != columns)
    mend.clear();
  remarks.push_back({{number, offset},
                     "too-many-cells",
                     "the row has more cells than the header, so readers do not see \"" + dropped +
                         "\"; write \\| for a pipe within a cell, in code too",
                     std::move(mend)});
}

} // namespace broadside::lint
