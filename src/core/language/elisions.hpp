#pragma once

#include <string_view>

namespace broadside::language {

/// Returns the words of the language that begin with an apostrophe ("tis", "em"), in lower case and without it, each
/// with a space on both sides. The text is empty if none are known. CLDR has none.
std::string_view elisions_of(std::string_view tag);

} // namespace broadside::language
