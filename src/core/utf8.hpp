#pragma once

#include <cstddef>
#include <string_view>

namespace broadside {

/// How many bytes of the text, from its start, are well-formed UTF-8 (Unicode, table 3-7: no surrogates, no overlong
/// forms, nothing beyond U+10FFFF): all of them, or those before the first malformed sequence.
std::size_t well_formed_utf8(std::string_view text);

inline bool is_utf8(std::string_view text) { return well_formed_utf8(text) == text.size(); }

} // namespace broadside
