#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns bytes as base64url without padding (RFC 4648, 5), as JSON Web Signatures have them.
std::string base64url(const unsigned char* bytes, std::size_t count);
std::string base64url(std::string_view bytes);

} // namespace broadside::publish
