#pragma once

#include <string>
#include <string_view>

/// Random texts that nobody can guess, and what is derived from them.
namespace broadside::server::moderation {

std::string random_bytes(std::size_t count);

/// The number of characters that random_secret() returns.
constexpr std::size_t secret_length = 43;

/// Returns 32 random bytes as 43 of the characters A-Z, a-z, 0-9, - and _.
std::string random_secret();

/// Returns a text by which a secret is found again, and from which it cannot be told: its BLAKE2b hash in hexadecimal
/// digits.
std::string fingerprint_of(std::string_view secret);

/// Returns another secret, which only those who know the first one can derive. A different purpose makes a different
/// one.
std::string derived_secret(std::string_view secret, std::string_view purpose);

} // namespace broadside::server::moderation
