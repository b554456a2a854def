#pragma once

#include <string>
#include <string_view>

namespace broadside::yaml {

/// Takes a text in YAML's single or double quotes: `rest` begins with the first of them, and afterwards with what
/// follows the last. Ends of lines become spaces, escapes what they stand for. Empty where nothing closes it, and then
/// nothing is left.
std::string take_quoted(std::string_view& rest);

} // namespace broadside::yaml
