#pragma once

#include <string>
#include <string_view>

namespace broadside::lint {

/// Returns a writer's words in quotes for a message: on one line, and shortened.
std::string quoted(std::string_view text);

} // namespace broadside::lint
