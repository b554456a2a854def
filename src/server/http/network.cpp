#include "server/http/network.hpp"

#include <algorithm>
#include <vector>

namespace broadside::server::http {

std::string network_of(const Address& address) {
  const auto client = plain(address);
  if (client.is_v4()) {
    const auto bytes = client.to_v4().to_bytes();
    return {bytes.begin(), bytes.begin() + 3};
  }
  const auto bytes = client.to_v6().to_bytes();
  return {bytes.begin(), bytes.begin() + 6};
}

bool is_private(const Address& address) {
  static const auto ranges = [] {
    std::vector<AddressRange> all;
    for (const char* range : {"0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                              "192.168.0.0/16", "::/127", "fc00::/7", "fe80::/10"})
      all.push_back(AddressRange::parse(range).value());
    return all;
  }();
  return std::any_of(ranges.begin(), ranges.end(), [&](const AddressRange& range) { return range.holds(address); });
}

} // namespace broadside::server::http
