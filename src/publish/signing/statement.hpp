#pragma once

#include "publish/signing/key.hpp"

#include <map>
#include <string>

namespace broadside::publish {

/// The statement that a publisher signs about an article (docs/signing.md).
struct Statement {
  /// The version of the statement's form.
  static constexpr int version = 1;

  std::string id, canonical;
  /// The time at which any of the article's texts was last changed, as "2021-03-14T10:32:00Z"; empty if not known.
  std::string modified;
  /// The SHA-256 of each file by its path in the site, in percent-encoded ASCII: "tale/article.json".
  std::map<std::string, std::string> files;
};

/// Returns the compact JWS of the statement (RFC 7515), with `alg` Ed25519 (RFC 9864). Its header is always the same
/// for one key, byte by byte, so that a verifier has nothing to choose.
std::string jws_of(const Statement&, const SigningKey&);

} // namespace broadside::publish
