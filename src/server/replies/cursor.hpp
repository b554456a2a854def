#pragma once

#include "core/reply/position.hpp"

#include <optional>
#include <string_view>

namespace broadside::server::replies {

/// Returns the position that a client gives back as the beginning of a page: what reply::text_of() has written, or what
/// was given out before that, "9" or "9.1" in section 1. Returns nothing if the text is neither.
std::optional<reply::Position> position_at(std::string_view cursor);

} // namespace broadside::server::replies
