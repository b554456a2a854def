#include "server/http/address_range.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/address_v6.hpp>

namespace asio = boost::asio;

namespace broadside::server::http {

namespace {

constexpr int mapped_bits = 96; // the bits before an IPv4 address in its IPv6 form

std::array<unsigned char, 16> bytes_of(const Address& address) {
  return address.is_v4() ? asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes()
                         : address.to_v6().to_bytes();
}

std::array<unsigned char, 16> first_bits(std::array<unsigned char, 16> bytes, int bits) {
  for (int i = 0; i < 16; ++i) {
    const int kept = std::clamp(bits - 8 * i, 0, 8);
    bytes[static_cast<std::size_t>(i)] &= static_cast<unsigned char>(0xff00 >> kept);
  }
  return bytes;
}

} // namespace

Address plain(const Address& address) {
  if (address.is_v4())
    return address;
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, v6);
  return asio::ip::address_v6(v6.to_bytes());
}

AddressRange::AddressRange(const Address& address, int bits)
    : bytes_(first_bits(bytes_of(address), bits)), bits_(bits) {}

std::optional<AddressRange> AddressRange::parse(std::string_view text) {
  const auto slash = text.find('/');
  boost::system::error_code error;
  const auto address = asio::ip::make_address(std::string(text.substr(0, slash)), error);
  if (error)
    return std::nullopt;
  const int longest = address.is_v4() ? 32 : 128;
  int bits = longest;
  if (slash != std::string_view::npos) {
    const auto number = text.substr(slash + 1);
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), bits);
    if (fault != std::errc() || end != number.data() + number.size() || bits < 0 || bits > longest)
      return std::nullopt;
  }
  return AddressRange(address, address.is_v4() ? mapped_bits + bits : bits);
}

AddressRange AddressRange::block_of(const Address& address) {
  const auto bare = plain(address);
  return {bare, bare.is_v4() ? mapped_bits + 24 : 56};
}

bool AddressRange::holds(const Address& address) const { return first_bits(bytes_of(address), bits_) == bytes_; }

} // namespace broadside::server::http
