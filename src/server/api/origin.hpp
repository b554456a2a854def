#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>

namespace broadside::server::api {

/// An origin as browsers send it (RFC 6454, 6.2): scheme and host in lower case, and the port where it is not the
/// scheme's usual one. A slash at the end is taken off. Errors: origin-malformed, for "*" and whatever else names no
/// single origin.
tl::expected<std::string, Error> origin_from(const std::string& text);

} // namespace broadside::server::api
