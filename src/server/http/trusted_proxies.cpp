#include "server/http/trusted_proxies.hpp"

#include <algorithm>

#include "server/http/forwarded.hpp"

namespace broadside::server::http {

tl::expected<TrustedProxies, Error> TrustedProxies::parse(const std::vector<std::string>& ranges) {
  TrustedProxies proxies;
  for (const std::string& text : ranges) {
    const auto range = AddressRange::parse(text);
    if (!range)
      return tl::unexpected(Error{"proxy-malformed", text,
                                  "This is neither an IP address nor a range of them. Write 192.0.2.7, 10.0.0.0/8 or "
                                  "2001:db8::/32."});
    proxies.ranges_.push_back(*range);
  }
  return proxies;
}

bool TrustedProxies::hold(const Address& address) const {
  return std::any_of(ranges_.begin(), ranges_.end(), [&](const AddressRange& range) { return range.holds(address); });
}

Address TrustedProxies::client_of(const Fields& fields, const Address& peer) const {
  if (!hold(peer))
    return peer;
  const auto client_by = [&](const Hops& hops) {
    Address client = peer;
    for (auto hop = hops.rbegin(); hop != hops.rend() && *hop && hold(client); ++hop)
      client = **hop;
    return client;
  };
  const auto forwarded = hops_in_forwarded(fields);
  const auto x_forwarded_for = hops_in_x_forwarded_for(fields);
  if (forwarded.empty() || x_forwarded_for.empty())
    return client_by(forwarded.empty() ? x_forwarded_for : forwarded);
  const auto client = client_by(forwarded);
  return client == client_by(x_forwarded_for) ? client : peer;
}

} // namespace broadside::server::http
