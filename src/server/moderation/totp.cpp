#include "server/moderation/totp.hpp"

#include "server/moderation/secret.hpp"
#include "server/process/secret.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/uuid/detail/sha1.hpp>

#include <algorithm>
#include <initializer_list>

namespace urls = boost::urls;

namespace broadside::server::moderation {

namespace {

constexpr std::int64_t step_seconds = 30;
constexpr std::size_t secret_bytes = 20;
constexpr std::size_t block_bytes = 64;
constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Returns the digest of some texts, one after the other, as 20 bytes. libsodium has no SHA-1, because it is broken for
/// signatures; HMAC does not depend on what is broken in it (RFC 6194).
std::string sha1(std::initializer_list<std::string_view> texts) {
  boost::uuids::detail::sha1 sha1;
  for (const auto text : texts)
    sha1.process_bytes(text.data(), text.size());
  unsigned int words[5]; // NOLINT(*-avoid-c-arrays): the library takes no other
  sha1.get_digest(words);
  std::string digest;
  for (const unsigned int word : words)
    for (int shift = 24; shift >= 0; shift -= 8)
      digest += static_cast<char>(word >> shift & 0xFF);
  return digest;
}

/// RFC 2104. The key is no longer than a block.
std::string hmac_sha1(std::string_view key, std::string_view text) {
  std::string inner(block_bytes, '\x36');
  std::string outer(block_bytes, '\x5C');
  for (std::size_t i = 0; i < key.size(); ++i) {
    inner[i] = static_cast<char>(inner[i] ^ key[i]);
    outer[i] = static_cast<char>(outer[i] ^ key[i]);
  }
  return sha1({outer, sha1({inner, text})});
}

/// RFC 4648, 6, without padding.
std::string base32(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (count += 8; count >= 5; count -= 5)
      text += base32_letters[bits >> (count - 5) & 0x1F];
  }
  if (count > 0)
    text += base32_letters[bits << (5 - count) & 0x1F];
  return text;
}

std::string bytes_of_base32(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char letter : text) {
    bits = bits << 5 | static_cast<unsigned>(base32_letters.find(letter) & 0x1F);
    count += 5;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

} // namespace

std::string random_totp_secret() { return base32(random_bytes(secret_bytes)); }

std::string totp_address(std::string_view moderator, std::string_view secret) {
  return "otpauth://totp/Broadside:" + urls::encode(moderator, urls::unreserved_chars) +
         "?secret=" + std::string(secret) + "&issuer=Broadside";
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  std::string counter;
  for (int shift = 56; shift >= 0; shift -= 8)
    counter += static_cast<char>(step >> shift & 0xFF);
  const auto digest = hmac_sha1(bytes_of_base32(secret), counter);
  // RFC 4226, 5.3: the last four bits say where the four bytes of the number begin.
  const auto start = static_cast<std::size_t>(digest.back() & 0x0F);
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(digest[start + i]);
  const auto digits = std::to_string((number & 0x7FFF'FFFF) % 1'000'000);
  return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> totp_step_of(std::string_view code, std::string_view secret, std::int64_t unix_time) {
  std::string digits(code);
  std::erase(digits, ' ');
  const auto present = unix_time / step_seconds;
  for (const auto step : {present, present - 1, present + 1})
    if (is_same_secret(digits, totp_code(secret, step)))
      return step;
  return std::nullopt;
}

} // namespace broadside::server::moderation
