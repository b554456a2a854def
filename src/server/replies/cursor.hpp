#pragma once

#include "core/reply/reply.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace broadside::server::replies {

/// Returns the position as a text that a client gives back as it is: "9", or "9.1" in section 1. A number alone is also
/// what was given out before there were sections, and means the same.
std::string cursor_of(const reply::Position&);

/// Returns the position that cursor_of() has written, or nothing if the text is none.
std::optional<reply::Position> position_at(std::string_view cursor);

} // namespace broadside::server::replies
