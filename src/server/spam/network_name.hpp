#pragma once

#include <boost/asio/ip/address.hpp>

#include <string>

namespace broadside::server::spam {

/// Returns the network of an address as a text that may be kept: the first bytes of the address (see http::network_of),
/// in hexadecimal digits.
std::string network_name(const boost::asio::ip::address&);

} // namespace broadside::server::spam
