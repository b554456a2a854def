#pragma once

#include <string_view>

namespace broadside::language {

/// Returns whether a name comes before another in a list of names of any language: by script, in Unicode's order
/// (Latin, Greek, Cyrillic, Hebrew, Arabic … Chinese, Korean), and by letter within one, whatever the letter's case or
/// accent.
bool precedes(std::string_view name, std::string_view other);

} // namespace broadside::language
