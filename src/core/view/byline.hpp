#pragma once

#include "core/html/writer.hpp"
#include "core/language/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace broadside::view {

/// Writes who has written a text, of whom there must be at least one, inside a text in the language `around`: one
/// element `p`.
void byline(const std::vector<std::string>& authors, const language::Messages& messages, std::string_view around,
            html::Writer& writer);

} // namespace broadside::view
