#pragma once

#include <string>
#include <string_view>

namespace broadside::markdown {

/// Returns the name that a heading's words make for its address: in lower case, hyphens for spaces, without
/// punctuation, and without what nobody sees and nobody would type. Emoji and other pictures leave no hyphen behind.
/// May be empty.
std::string heading_name(std::string_view words);

/// Returns the same for a name that an author wrote in a link, with one hyphen for several and none at the ends, so
/// that what differs in these alone is the same place.
std::string loose_name(std::string_view name);

} // namespace broadside::markdown
