#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/error.hpp"
#include "server/http/address_range.hpp"
#include "server/http/message.hpp"

namespace broadside::server::http {

/// The proxies whose word on where a request came from is taken.
class TrustedProxies {
public:
  TrustedProxies() = default;

  /// Each an address or a range of them, as AddressRange::parse reads it. Errors: proxy-malformed.
  static tl::expected<TrustedProxies, Error> parse(const std::vector<std::string>& ranges);

  bool hold(const Address&) const;

  /// Who sent a request that came over a connection from `peer`. From a trusted proxy, it is the last address that its
  /// header names and that is no trusted proxy itself: all before it is what the client may have made up. The proxy's
  /// own where its header names none, or where Forwarded and X-Forwarded-For differ: proxies write one of them, and
  /// pass on whatever a client has put into the other.
  Address client_of(const Fields&, const Address& peer) const;

private:
  std::vector<AddressRange> ranges_;
};

} // namespace broadside::server::http
