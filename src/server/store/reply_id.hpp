#pragma once

#include <string>

namespace broadside::server::store {

/// Returns the public id of a new reply: 20 digits and letters from a to z without i, l, o and u (Crockford's base 32),
/// from the operating system's generator. That is 100 bits: nobody can guess an id, and the probability that two of a
/// thousand million replies have the same id is 1 in 10^12. There are no capitals, which mail programs and speech lose,
/// and an id stands in an address as it is.
std::string random_id();

/// The characters of an id.
constexpr std::size_t id_length = 20;
constexpr char id_letters[] = "0123456789abcdefghjkmnpqrstvwxyz";

} // namespace broadside::server::store
