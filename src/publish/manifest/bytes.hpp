#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadside::publish {

/// Writes numbers and texts one after another.
class BytesWriter {
public:
  /// Small numbers take few bytes.
  void number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U)
      bytes_.push_back(static_cast<char>(number | 0x80U));
    bytes_.push_back(static_cast<char>(number));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }
  /// Writes the number of a list's members, and each of them.
  template <typename List, typename Write> void list(const List& list, const Write& write) {
    number(list.size());
    for (const auto& member : list)
      write(member);
  }
  template <typename Value, typename Write> void optional(const std::optional<Value>& value, const Write& write) {
    number(value ? 1 : 0);
    if (value)
      write(*value);
  }

  const std::string& bytes() const { return bytes_; }

private:
  std::string bytes_;
};

/// Reads what BytesWriter has written. Bytes that are missing read as zero and empty, and are noted.
class BytesReader {
public:
  explicit BytesReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty())
        return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80)
        return number;
    }
    return fail();
  }
  template <std::integral Number> Number as() { return static_cast<Number>(number()); }
  std::string text() {
    const auto size = number();
    if (size > rest_.size()) {
      fail();
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }
  /// Calls `read` for each member of a list.
  template <typename Read> void list(const Read& read) {
    for (auto count = number(); count > 0 && is_good_; --count)
      read();
  }
  template <typename Value, typename Read> std::optional<Value> optional(const Read& read) {
    return number() == 1 ? std::optional<Value>(read()) : std::nullopt;
  }

  /// Returns whether everything that was read was there.
  bool is_good() const { return is_good_; }

private:
  std::uint64_t fail() {
    is_good_ = false;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool is_good_ = true;
};

} // namespace broadside::publish
