#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::reply {

/// The website's address as it is to be kept: with a scheme, https where none was typed, and percent-encoded. Nothing
/// where it is no address on the web, or names a user, which would only dress one site up as another.
std::optional<std::string> as_website(std::string_view typed);

} // namespace broadside::reply
