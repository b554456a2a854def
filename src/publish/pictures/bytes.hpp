#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadside::publish {

/// Numbers in a picture's bytes. A place behind their end holds nothing.
class Bytes {
public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::size_t size() const { return bytes_.size(); }
  bool has(std::size_t at, std::string_view text) const {
    return at <= bytes_.size() && bytes_.substr(at).starts_with(text);
  }
  /// From `at` on, at most so many.
  Bytes part(std::size_t at, std::size_t length) const {
    return Bytes(at < bytes_.size() ? bytes_.substr(at, length) : std::string_view());
  }

  /// A number of so many bytes, at most four, whose first is its highest or its lowest.
  std::optional<std::uint32_t> big(std::size_t at, std::size_t length) const { return number(at, length, true); }
  std::optional<std::uint32_t> little(std::size_t at, std::size_t length) const { return number(at, length, false); }

private:
  std::optional<std::uint32_t> number(std::size_t at, std::size_t length, bool is_big) const {
    if (at > bytes_.size() || length > bytes_.size() - at)
      return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
      value = value << 8U | static_cast<unsigned char>(bytes_[at + (is_big ? i : length - 1 - i)]);
    return value;
  }

  std::string_view bytes_;
};

} // namespace broadside::publish
