#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace broadside {

/// The words with which files, requests and the command line name the values of an enumeration. The first is the
/// default.
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

/// Returns the words as in a sentence: "a", "b" or "c".
template <typename Value, std::size_t n> std::string listed(const Words<Value, n>& words) {
  std::string list;
  for (std::size_t i = 0; i < n; ++i)
    list.append(i == 0 ? "" : i + 1 == n ? " or " : ", ").append("\"").append(words[i].first).append("\"");
  return list;
}

} // namespace broadside
