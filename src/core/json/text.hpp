#pragma once

#include <string>
#include <string_view>

namespace broadside::json {

/// Appends a text, which must be well-formed UTF-8, as the inside of a JSON string, without its quotes (RFC 8259, 7).
void append_escaped(std::string& out, std::string_view text);

/// Returns the text as a JSON string, with its quotes.
std::string quoted(std::string_view text);

} // namespace broadside::json
