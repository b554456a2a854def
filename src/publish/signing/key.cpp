#include "publish/signing/key.hpp"

#include "publish/signing/base64url.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace broadside::publish {
namespace {

// libsodium's memory for secrets is kept out of swap and core files where the system allows that, and is wiped.
std::shared_ptr<unsigned char> secret_memory() {
  // It fails only if the system has no random numbers, and then no key would be safe.
  if (sodium_init() < 0)
    throw std::bad_alloc();
  void* const memory = sodium_malloc(crypto_sign_SECRETKEYBYTES);
  if (memory == nullptr)
    throw std::bad_alloc();
  return {static_cast<unsigned char*>(memory), sodium_free};
}

const unsigned char* public_part(const unsigned char* secret) { return secret + crypto_sign_SEEDBYTES; }

} // namespace

SigningKey::SigningKey(std::shared_ptr<unsigned char> secret)
    : secret_(std::move(secret)), public_key_(base64url(public_part(secret_.get()), crypto_sign_PUBLICKEYBYTES)) {}

SigningKey SigningKey::of_seed(const unsigned char* seed) {
  auto secret = secret_memory();
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
  crypto_sign_seed_keypair(public_key.data(), secret.get(), seed);
  return SigningKey(std::move(secret));
}

SigningKey SigningKey::draw() {
  for (;;) {
    auto secret = secret_memory();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
    crypto_sign_keypair(public_key.data(), secret.get());
    SigningKey key(std::move(secret));
    if (key.is_usable())
      return key;
  }
}

std::optional<SigningKey> SigningKey::of(std::string_view d, std::string_view x) {
  const auto seed = secret_memory();
  std::size_t count = 0;
  const char* end = nullptr;
  const bool is_seed = sodium_base642bin(seed.get(), crypto_sign_SEEDBYTES, d.data(), d.size(), nullptr, &count, &end,
                                         sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
                       end == d.data() + d.size() && count == crypto_sign_SEEDBYTES;
  if (!is_seed)
    return std::nullopt;
  SigningKey key = of_seed(seed.get());
  return key.public_key() == x && key.is_usable() ? std::optional(std::move(key)) : std::nullopt;
}

// Points of small order make signatures that fit any text, and some programs lose a zero byte at the start of a key.
bool SigningKey::is_usable() const {
  const unsigned char* const point = public_part(secret_.get());
  return point[0] != 0 && crypto_core_ed25519_is_valid_point(point) == 1;
}

std::string SigningKey::secret_key() const { return base64url(secret_.get(), crypto_sign_SEEDBYTES); }

std::string SigningKey::sign(std::string_view text) const {
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       secret_.get());
  return base64url(signature.data(), signature.size());
}

} // namespace broadside::publish
