#pragma once

#include <string>
#include <string_view>

namespace broadside::yaml {

/// Takes a text in YAML's single or double quotes. `rest` begins with the first quote, and afterwards with the text
/// after the last. Ends of lines become spaces, and escapes are decoded. If nothing closes the quotes, the result and
/// `rest` are empty.
std::string take_quoted(std::string_view& rest);

} // namespace broadside::yaml
