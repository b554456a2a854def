#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace broadside {

/// The words by which files, requests and the command line name the values of an enumeration; the first is the default.
template <typename Value, std::size_t n> using Words = std::array<std::pair<std::string_view, Value>, n>;

template <typename Value, std::size_t n>
constexpr std::optional<Value> value_of(const Words<Value, n>& words, std::string_view text) {
  for (const auto& [word, value] : words)
    if (word == text)
      return value;
  return std::nullopt;
}

template <typename Value, std::size_t n>
constexpr std::string_view word_for(const Words<Value, n>& words, Value wanted) {
  for (const auto& [word, value] : words)
    if (value == wanted)
      return word;
  return {};
}

} // namespace broadside
