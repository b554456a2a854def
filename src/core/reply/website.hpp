#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// Returns the website's address as it is to be kept: percent-encoded and with a scheme, which is https if none was
/// typed. Returns nothing if it is not an address on the web, or names a user, which would only make one site look like
/// another.
std::optional<std::string> as_website(std::string_view typed);

} // namespace broadside::reply
