#pragma once

#include <string_view>
#include <vector>

namespace broadside::lint {

/// Returns where the next pipe is that ends a cell of a row: in a row it does unless a backslash stands before it, also
/// within code (GFM, 4.10). npos if there is none.
std::size_t find_pipe(std::string_view row, std::size_t from);

/// Returns the cells of a row as they are written, without the white space around them. They are views of it.
std::vector<std::string_view> cells_of(std::string_view row);

} // namespace broadside::lint
