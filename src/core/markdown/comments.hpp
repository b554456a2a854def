#pragma once

#include "core/markdown/options.hpp"

#include <string>
#include <string_view>

namespace broadside::markdown {

/// Returns the text with "<!-- -->" in place of each HTML comment outside code, so that it can be published without its
/// author's private notes. It renders exactly the same in each mode of raw HTML. A comment that cannot be emptied
/// without a change stays; only one that holds the end of an element like `pre` can be such a comment. In a text with
/// very many of these, other comments may stay too. `options` are those with which the text will be rendered; their
/// mode of raw HTML does not matter.
std::string without_comments(std::string_view text, const Options& options);

} // namespace broadside::markdown
