#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::unicode {

/// Decodes Punycode (RFC 3492), such as "bcher-kva" for "bücher", into UTF-8. Returns nothing if it is malformed, or
/// encodes a character that UTF-8 cannot hold.
std::optional<std::string> from_punycode(std::string_view text);

} // namespace broadside::unicode
