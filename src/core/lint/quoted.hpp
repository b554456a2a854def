#pragma once

#include <string>
#include <string_view>

namespace broadside::lint {

/// Returns the words of a writer in quotes, for a message: in one line, and no longer than somebody reads.
std::string quoted(std::string_view text);

} // namespace broadside::lint
