#pragma once

#include <string_view>

namespace broadside::reply {

/// Whether what a reply's Markdown comes to holds anything to be seen: a comment or a link's definition alone does not.
bool is_visible(std::string_view text);

} // namespace broadside::reply
