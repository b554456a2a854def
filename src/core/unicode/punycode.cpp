#include "core/unicode/punycode.hpp"

#include "core/ascii.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace broadside::unicode {
namespace {

// RFC 3492, 5: the parameters of Punycode.
constexpr std::uint32_t base = 36, tmin = 1, tmax = 26, skew = 38, damp = 700, initial_bias = 72, initial_n = 128;
// This is higher than any character or position in a host name; sums and products below stay within 32 bits.
constexpr std::uint32_t highest = 0x110000 * 64;

std::optional<std::uint32_t> digit_of(char c) {
  if (is_alpha(c))
    return static_cast<std::uint32_t>(lowered(c) - 'a');
  if (is_digit(c))
    return static_cast<std::uint32_t>(c - '0') + 26;
  return std::nullopt;
}

// RFC 3492, 6.1.
std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t count, bool is_first) {
  delta = is_first ? delta / damp : delta / 2;
  delta += delta / count;
  std::uint32_t k = 0;
  for (; delta > (base - tmin) * tmax / 2; k += base)
    delta /= base - tmin;
  return k + (base - tmin + 1) * delta / (delta + skew);
}

// RFC 3492, 6.2, the inner loop: takes one number of variable length from the text and adds it to `i`.
bool add_number(std::string_view& text, std::uint32_t bias, std::uint32_t& i) {
  std::uint64_t sum = i, weight = 1;
  for (std::uint32_t k = base;; k += base) {
    const auto digit = text.empty() ? std::nullopt : digit_of(text.front());
    if (!digit)
      return false;
    text.remove_prefix(1);
    sum += *digit * weight;
    if (sum > highest)
      return false;
    const auto threshold = std::clamp(static_cast<std::int64_t>(k) - bias, std::int64_t{tmin}, std::int64_t{tmax});
    if (*digit < threshold)
      break;
    weight *= base - static_cast<std::uint32_t>(threshold);
    if (weight > highest)
      return false;
  }
  i = static_cast<std::uint32_t>(sum);
  return true;
}

bool is_scalar_value(std::uint32_t value) { return value < 0xD800 || (value >= 0xE000 && value <= 0x10FFFF); }

std::string utf8_of(const std::u32string& characters) {
  std::string text;
  for (const char32_t character : characters)
    text += as_utf8(character);
  return text;
}

} // namespace

// RFC 3492, 6.2.
std::optional<std::string> from_punycode(std::string_view text) {
  std::u32string output;
  if (const auto delimiter = text.rfind('-'); delimiter != std::string_view::npos) {
    for (const char c : text.substr(0, delimiter)) {
      if (static_cast<unsigned char>(c) >= initial_n)
        return std::nullopt;
      output += static_cast<char32_t>(c);
    }
    text.remove_prefix(delimiter + 1);
  }
  std::uint32_t n = initial_n, i = 0, bias = initial_bias;
  while (!text.empty()) {
    const auto before = i;
    if (!add_number(text, bias, i))
      return std::nullopt;
    const auto count = static_cast<std::uint32_t>(output.size()) + 1;
    bias = adapted_bias(i - before, count, before == 0);
    n += i / count;
    i %= count;
    if (!is_scalar_value(n))
      return std::nullopt;
    output.insert(i++, 1, n);
  }
  return utf8_of(output);
}

} // namespace broadside::unicode
