#pragma once

#include <string>

namespace broadside::server::store {

/// Returns a new reply's public id: 20 of the digits and the letters a to z but i, l, o and u (Crockford's base 32), by
/// the operating system's generator. That is 100 bits: nobody can guess one, and among a thousand million replies two
/// are the same with a likelihood of 1 to 10^12. There are no capitals, which mail programs and speech lose, and it
/// stands in an address as it is.
std::string random_id();

/// The characters of random_id().
constexpr std::size_t id_length = 20;
constexpr char id_letters[] = "0123456789abcdefghjkmnpqrstvwxyz";

} // namespace broadside::server::store
