#pragma once

#include <cstddef>
#include <string_view>

namespace broadside::reply {

/// Returns the number of links that readers of a reply's Markdown see.
std::size_t count_links(std::string_view text);

} // namespace broadside::reply
