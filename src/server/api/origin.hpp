#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>

namespace broadside::server::api {

/// Returns an origin as browsers send it (RFC 6454, 6.2): scheme and host in lower case, and the port if it is not the
/// scheme's default. A slash at the end is dropped. Errors: origin-malformed, for "*" and everything else that does not
/// name a single origin.
tl::expected<std::string, Error> origin_from(const std::string& text);

} // namespace broadside::server::api
