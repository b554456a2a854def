#pragma once

#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns the path of a file as an address has it: every byte but letters, digits and `-._~/` is written as "%20".
std::string percent_encoded(std::string_view path);

/// Decodes "%20" to a space. A percent sign that is not followed by two hexadecimal digits stays as it is.
std::string percent_decoded(std::string_view text);

} // namespace broadside::publish
