#include "server/moderation/password.hpp"

#include "core/utf8.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

namespace broadside::server::moderation {

bool is_password(std::string_view password) {
  const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto characters = static_cast<std::size_t>(std::count_if(password.begin(), password.end(), is_start));
  return is_utf8(password) && characters >= shortest_password && characters <= longest_password;
}

std::string hash_of_password(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::bad_alloc();
  return hash.data();
}

bool is_password_of(const std::string& hash, std::string_view password) {
  return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace broadside::server::moderation
