#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

/// A publisher's key for signing articles (Ed25519, RFC 8032). The secret part lies in memory that is wiped when the
/// last copy goes.
class SigningKey {
public:
  /// Draws a new key.
  static SigningKey draw();

  /// Returns the key of a JSON Web Key's members `d` and `x` (RFC 8037, 2). Returns nullopt if `d` is no secret key, or
  /// `x` is not its public key, or the public key is one that loaders refuse.
  static std::optional<SigningKey> of(std::string_view d, std::string_view x);

  /// Returns the public key as hosts write it into `key="…"`: 43 characters of base64url.
  const std::string& public_key() const { return public_key_; }

  /// Returns the secret key as base64url, which `of` reads.
  std::string secret_key() const;

  /// Returns the signature of a text, as base64url.
  std::string sign(std::string_view text) const;

private:
  explicit SigningKey(std::shared_ptr<unsigned char> secret);
  static SigningKey of_seed(const unsigned char* seed);
  bool is_usable() const;

  /// libsodium's form of a secret key: the seed, and behind it the public key.
  std::shared_ptr<unsigned char> secret_;
  std::string public_key_;
};

} // namespace broadside::publish
