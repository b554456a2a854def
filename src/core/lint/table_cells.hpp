#pragma once

#include <string_view>
#include <vector>

namespace broadside::lint {

/// Returns the position of the next pipe that ends a cell of a row, or npos if there is none. Every pipe does, also
/// within code, unless a backslash stands before it (GFM, 4.10).
std::size_t find_pipe(std::string_view row, std::size_t from);

/// Returns the cells of a row as they are written, without the white space around them. They are views of the row.
std::vector<std::string_view> cells_of(std::string_view row);

} // namespace broadside::lint
