#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/error.hpp"
#include "server/http/address_range.hpp"
#include "server/http/message.hpp"

namespace broadside::server::http {

/// The proxies that are trusted to say where a request came from.
class TrustedProxies {
public:
  TrustedProxies() = default;

  /// Reads addresses and ranges of them, each as AddressRange::parse does. Errors: proxy-malformed.
  static tl::expected<TrustedProxies, Error> parse(const std::vector<std::string>& ranges);

  bool hold(const Address&) const;

  /// Returns the address of the client that sent a request over a connection from `peer`. If the peer is a trusted
  /// proxy, the client is the last address in its header that is not a trusted proxy itself, since the client may have
  /// made up everything before that. It is the proxy's own address if the header names none, or if Forwarded and
  /// X-Forwarded-For differ: proxies write one of them, and pass on whatever a client has put into the other.
  Address client_of(const Fields&, const Address& peer) const;

private:
  std::vector<AddressRange> ranges_;
};

} // namespace broadside::server::http
