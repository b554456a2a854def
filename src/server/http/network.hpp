#pragma once

#include "server/http/address_range.hpp"

#include <string>

namespace broadside::server::http {

/// Returns the first bytes of the address, as a block is assigned to a customer: a /24, or a /48 in IPv6. The latter is
/// wider than AddressRange::block_of(), since who rents a /48 must not have 256 times as many attempts at something.
std::string network_of(const Address&);

/// Returns whether the address is this machine's own, or one of a private network (RFC 1918, RFC 3927, RFC 4193), or
/// none at all.
bool is_private(const Address&);

} // namespace broadside::server::http
