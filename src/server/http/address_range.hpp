#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <tuple>

#include <boost/asio/ip/address.hpp>

namespace broadside::server::http {

using Address = boost::asio::ip::address;

/// Returns an IPv4 address that is written as IPv6 (::ffff:192.0.2.1, as sockets of both families name it) as IPv4, and
/// any other address without its zone.
Address plain(const Address&);

/// All addresses that begin with the same bits.
class AddressRange {
public:
  /// Reads "192.0.2.0/24" or "2001:db8::/32". An address alone is the range that holds nothing else.
  static std::optional<AddressRange> parse(std::string_view text);

  /// Returns the block of addresses that most likely belongs to one client and to no others. It is a /24 for IPv4, the
  /// smallest block that is routed on its own, so that addresses are rented out in such blocks. It is a /56 for IPv6,
  /// which is what a household gets (RIPE-690); any of its devices can use any of the 256 networks in it.
  static AddressRange block_of(const Address&);

  bool holds(const Address&) const;

  bool operator==(const AddressRange&) const = default;
  bool operator<(const AddressRange& other) const {
    return std::tie(bytes_, bits_) < std::tie(other.bytes_, other.bits_);
  }

private:
  using Bytes = std::array<unsigned char, 16>;

  AddressRange(const Address& address, int bits);

  Bytes bytes_; // IPv4 as ::ffff:…; the bits after the first bits_ are zero
  int bits_;
};

} // namespace broadside::server::http
