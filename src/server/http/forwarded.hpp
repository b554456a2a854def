#pragma once

#include <optional>
#include <vector>

#include "server/http/address_range.hpp"
#include "server/http/message.hpp"

namespace broadside::server::http {

/// The addresses from which the proxies on a request's way received it, beginning with the first proxy's. It is nothing
/// for a proxy that names no address ("unknown", "_hidden") or names a malformed one.
using Hops = std::vector<std::optional<Address>>;

/// Returns the hops in the Forwarded fields (RFC 7239).
Hops hops_in_forwarded(const Fields&);

/// Returns the hops in the X-Forwarded-For fields: addresses, to which some proxies add ports.
Hops hops_in_x_forwarded_for(const Fields&);

} // namespace broadside::server::http
