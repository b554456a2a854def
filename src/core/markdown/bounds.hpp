#pragma once

#include "core/markdown/render.hpp"

namespace broadside::markdown {

// The depths at which each kind of element may stand. They leave room in a container for the parts that it needs: the
// items of a list, the rows and cells of a table, the words of a paragraph.
constexpr int container_bound = deepest - 16;
constexpr int block_bound = deepest - 8;
constexpr int inline_bound = deepest;

} // namespace broadside::markdown
