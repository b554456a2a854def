#pragma once

#include <string>
#include <string_view>

namespace broadside {

// These functions are about ASCII's letters and white space, whatever the locale.
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alphanumeric(char c) { return is_alpha(c) || is_digit(c); }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr char uppered(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_punctuation(char c) { return c > ' ' && c < '\x7F' && !is_alphanumeric(c); }

inline std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = lowered(c);
  return result;
}

} // namespace broadside
