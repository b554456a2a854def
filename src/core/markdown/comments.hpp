#pragma once

#include "core/markdown/options.hpp"

#include <string>
#include <string_view>

namespace broadside::markdown {

/// The text with "<!-- -->" in the place of each HTML comment outside code, so that it can be given to others without
/// what its author noted for themselves. It renders to the very same in each of the modes of raw HTML: a comment that
/// cannot be emptied without changing that stays, which only one that holds the end of an element like `pre` can come
/// to; and so may some in a text that has very many of these. `options` are those that the text will be rendered with;
/// their mode of raw HTML does not matter.
std::string without_comments(std::string_view text, const Options& options);

} // namespace broadside::markdown
