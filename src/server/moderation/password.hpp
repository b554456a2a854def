#pragma once

#include <string>
#include <string_view>

namespace broadside::server::moderation {

constexpr std::size_t shortest_password = 10;
constexpr std::size_t longest_password = 200;

/// Returns whether a password has 10 to 200 characters, in UTF-8. There are no rules about which (NIST SP 800-63B,
/// 5.1.1.2).
bool is_password(std::string_view);

/// Returns an Argon2id hash of the password, with its salt and its costs in it. It takes 64 MiB of memory for as long
/// as it runs.
std::string hash_of_password(std::string_view);

/// Returns whether the hash is that of the password. It costs as much as making the hash.
bool is_password_of(const std::string& hash, std::string_view password);

/// The hash of random bytes that nobody knows. An unknown name is tried against it, so that it takes as long as a known
/// one.
constexpr auto nobodys_password =
    "$argon2id$v=19$m=65536,t=2,p=1$GoKj5lmsHSyeYFr9/h56Lw$xnXR3p32Y/7UZb8AGf2r3n1zBN5kkyxC33Q0UdWslhQ";

} // namespace broadside::server::moderation
