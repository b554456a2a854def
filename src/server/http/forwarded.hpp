#pragma once

#include <optional>
#include <vector>

#include "server/http/address_range.hpp"
#include "server/http/message.hpp"

namespace broadside::server::http {

/// Whom each proxy on a request's way had it from, the first proxy's word first. Nothing where one names no address
/// ("unknown", "_hidden") or is malformed.
using Hops = std::vector<std::optional<Address>>;

/// Returns the hops in the Forwarded fields (RFC 7239).
Hops hops_in_forwarded(const Fields&);

/// Returns the hops in the X-Forwarded-For fields: addresses, to which some proxies add ports.
Hops hops_in_x_forwarded_for(const Fields&);

} // namespace broadside::server::http
