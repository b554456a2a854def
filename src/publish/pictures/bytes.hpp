#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadside::publish {

/// Reads numbers from a picture's bytes. Offsets past the end are allowed; nothing is there.
class Bytes {
public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::size_t size() const { return bytes_.size(); }
  bool has(std::size_t at, std::string_view text) const {
    return at <= bytes_.size() && bytes_.substr(at).starts_with(text);
  }
  /// Returns at most `length` bytes from `at` on.
  Bytes part(std::size_t at, std::size_t length) const {
    return Bytes(at < bytes_.size() ? bytes_.substr(at, length) : std::string_view());
  }

  /// Returns a number of `length` bytes, at most four, with the highest (big) or the lowest byte first (little).
  /// Returns nullopt if it does not lie within the bytes.
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
