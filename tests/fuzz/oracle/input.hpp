#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

/// An input from libFuzzer: first some choices of one byte each, and then a text.
class Input {
public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

  /// Returns one of `of` choices. It is the first one if the input has ended.
  std::size_t choice(std::size_t of) {
    if (rest_.empty())
      return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte % of;
  }

  std::string_view text() const { return rest_; }

private:
  std::string_view rest_;
};

} // namespace fuzz
