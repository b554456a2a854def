#include "publish/signing/sha256.hpp"

#include <sodium.h>

#include <array>
#include <fstream>

namespace broadside::publish {
namespace {

class Sha256 {
public:
  Sha256() { crypto_hash_sha256_init(&state_); }

  void update(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }

  std::string finish() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    // libsodium writes a null character behind the digits.
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> digits{};
    return sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
  }

private:
  crypto_hash_sha256_state state_{};
};

} // namespace

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

std::optional<std::string> sha256_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  Sha256 hash;
  std::array<char, std::size_t{64} << 10U> part{};
  while (stream) {
    stream.read(part.data(), part.size());
    hash.update({part.data(), static_cast<std::size_t>(stream.gcount())});
  }
  return stream.eof() ? std::optional(hash.finish()) : std::nullopt;
}

} // namespace broadside::publish
