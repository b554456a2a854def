#pragma once

#include <string_view>

namespace broadside::reply {

/// Returns whether a reply's Markdown, once rendered, holds anything to be seen: a comment or a link's definition alone
/// does not.
bool is_visible(std::string_view text);

} // namespace broadside::reply
