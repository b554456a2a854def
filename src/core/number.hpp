#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace broadside {

/// Reads a whole number in decimal digits. Returns nothing if the text is anything else, or if the number is out of
/// bounds.
template <typename Number> std::optional<Number> number(std::string_view text, Number lowest, Number highest) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < lowest || value > highest)
    return std::nullopt;
  return value;
}

} // namespace broadside
