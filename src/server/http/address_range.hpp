#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <tuple>

#include <boost/asio/ip/address.hpp>

namespace broadside::server::http {

using Address = boost::asio::ip::address;

/// An IPv4 address that is written as IPv6 (::ffff:192.0.2.1, as sockets of both families name it) as what it is, and
/// any other without its zone.
Address plain(const Address&);

/// All addresses that begin with the same bits.
class AddressRange {
public:
  /// Reads "192.0.2.0/24", "2001:db8::/32", or an address alone for the range that holds nothing else.
  static std::optional<AddressRange> parse(std::string_view text);

  /// The block that the address most likely has in common with nobody else who would be many. /24 for IPv4: the
  /// smallest that is routed on its own, so whoever rents addresses rents them in such blocks. /56 for IPv6: what a
  /// household gets (RIPE-690), of whose 256 networks any device can use any.
  static AddressRange block_of(const Address&);

  bool holds(const Address&) const;

  bool operator==(const AddressRange&) const = default;
  bool operator<(const AddressRange& other) const {
    return std::tie(bytes_, bits_) < std::tie(other.bytes_, other.bits_);
  }

private:
  using Bytes = std::array<unsigned char, 16>;

  AddressRange(const Address& address, int bits);

  Bytes bytes_; // IPv4 as ::ffff:…, those after the first bits_ zero
  int bits_;
};

} // namespace broadside::server::http
