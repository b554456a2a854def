#include "server/moderation/secret.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace broadside::server::moderation {

namespace {

using Bytes32 = std::array<unsigned char, crypto_generichash_BYTES>;

constexpr auto url_safe = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

void start_sodium() {
  // It may be called any number of times, from any thread.
  if (sodium_init() < 0)
    throw std::runtime_error("libsodium cannot be used");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string base64_of(const Bytes32& bytes) {
  std::array<char, sodium_base64_ENCODED_LEN(sizeof(Bytes32), sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
  return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), url_safe);
}

} // namespace

std::string random_bytes(std::size_t count) {
  start_sodium();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string random_secret() {
  start_sodium();
  Bytes32 bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base64_of(bytes);
}

std::string fingerprint_of(std::string_view secret) {
  start_sodium();
  Bytes32 hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(secret), secret.size(), nullptr, 0);
  std::array<char, 2 * sizeof(Bytes32) + 1> text{};
  return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
}

std::string derived_secret(std::string_view secret, std::string_view purpose) {
  static_assert(secret_length >= crypto_generichash_KEYBYTES_MIN && secret_length <= crypto_generichash_KEYBYTES_MAX);
  start_sodium();
  Bytes32 hash{};
  if (crypto_generichash(hash.data(), hash.size(), bytes_of(purpose), purpose.size(), bytes_of(secret),
                         secret.size()) != 0)
    throw std::invalid_argument("a secret has 16 to 64 bytes");
  return base64_of(hash);
}

} // namespace broadside::server::moderation
