#include "server/api/utf8.hpp"

#include <cstddef>

namespace broadside::server::api {

namespace {

struct Lead {
  std::size_t following;         // how many bytes come behind it
  unsigned char lowest, highest; // which the first of them may be
};

constexpr Lead invalid{0, 1, 0};

/// Unicode 15, table 3-7, by the first byte of a sequence of more than one.
Lead lead_of(unsigned char byte) {
  if (byte < 0xC2)
    return invalid;
  if (byte <= 0xDF)
    return {1, 0x80, 0xBF};
  if (byte == 0xE0)
    return {2, 0xA0, 0xBF};
  if (byte == 0xED)
    return {2, 0x80, 0x9F};
  if (byte <= 0xEF)
    return {2, 0x80, 0xBF};
  if (byte == 0xF0)
    return {3, 0x90, 0xBF};
  if (byte <= 0xF3)
    return {3, 0x80, 0xBF};
  if (byte == 0xF4)
    return {3, 0x80, 0x8F};
  return invalid;
}

} // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80)
      continue;
    const Lead lead = lead_of(byte);
    if (lead.following == 0 || text.size() - i <= lead.following)
      return false;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (second < lead.lowest || second > lead.highest)
      return false;
    for (std::size_t j = 2; j <= lead.following; ++j)
      if ((static_cast<unsigned char>(text[i + j]) & 0xC0U) != 0x80U)
        return false;
    i += lead.following;
  }
  return true;
}

} // namespace broadside::server::api
