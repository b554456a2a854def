#pragma once

#include <string_view>

namespace broadside::unicode {

/// The text, which must be well-formed UTF-8, without the white space of any script that it begins with.
std::string_view without_space_before(std::string_view text);
/// The same of its end.
std::string_view without_space_after(std::string_view text);

/// Whether nothing of the text is to be seen.
bool is_blank(std::string_view text);

} // namespace broadside::unicode
