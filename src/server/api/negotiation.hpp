#pragma once

#include <string_view>

namespace broadside::server::api {

/// Whether an Accept field asks for HTML rather than for JSON (RFC 9110, 12.5.1). No preference means JSON.
bool prefers_html(std::string_view accept);

/// "Text/HTML ; charset=utf-8" is "Text/HTML".
std::string_view without_parameters(std::string_view media_type);

} // namespace broadside::server::api
