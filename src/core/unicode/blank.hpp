#pragma once

#include <string_view>

namespace broadside::unicode {

/// Returns the text, which must be well-formed UTF-8, without the white space of any script at its start.
std::string_view without_space_before(std::string_view text);
/// Does the same at the end of the text.
std::string_view without_space_after(std::string_view text);

/// Returns whether nothing of the text is to be seen.
bool is_blank(std::string_view text);

} // namespace broadside::unicode
