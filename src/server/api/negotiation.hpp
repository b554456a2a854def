#pragma once

#include <string_view>

namespace broadside::server::api {

/// Returns whether an Accept field asks for HTML rather than for JSON (RFC 9110, 12.5.1). No preference means JSON.
bool prefers_html(std::string_view accept);

/// Returns the media type without its parameters: "Text/HTML" for "Text/HTML ; charset=utf-8".
std::string_view without_parameters(std::string_view media_type);

} // namespace broadside::server::api
