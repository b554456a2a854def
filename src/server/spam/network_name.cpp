#include "server/spam/network_name.hpp"

#include "server/http/network.hpp"

#include <boost/algorithm/hex.hpp>

namespace broadside::server::spam {

std::string network_name(const boost::asio::ip::address& address) {
  return boost::algorithm::hex_lower(http::network_of(address));
}

} // namespace broadside::server::spam
