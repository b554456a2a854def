#include "core/yaml/quoted.hpp"

#include "core/lines.hpp"
#include "core/utf8.hpp"

#include <charconv>
#include <cstdint>

namespace broadside::yaml {
namespace {

void append(std::string& out, std::uint32_t code_point) {
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  const bool is_scalar = code_point > 0 && code_point <= 0x10FFFF && !is_surrogate;
  out += as_utf8(is_scalar ? code_point : U'\uFFFD');
}

// Folds the end of a line in a quoted text, and the white space around it.
void fold(std::string& out, std::string_view& rest) {
  out.erase(out.find_last_not_of(" \t") + 1);
  rest = without_leading_space(rest);
  out += ' ';
}

// Takes the digits of "\x41", "\u0041" or "\U00000041", with which `rest` begins.
void take_code_point(std::string& out, std::string_view& rest, std::size_t digits) {
  std::uint32_t code_point = 0;
  const auto hexadecimal = rest.substr(0, digits);
  const auto [end, error] =
      std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), code_point, 16);
  append(out, error == std::errc() ? code_point : 0xFFFD);
  rest.remove_prefix(static_cast<std::size_t>(end - hexadecimal.data()));
}

void take_escape(std::string& out, std::string_view& rest) {
  if (rest.empty())
    return;
  const char escaped = rest.front();
  rest.remove_prefix(1);
  switch (escaped) {
  case 'x':
    return take_code_point(out, rest, 2);
  case 'u':
    return take_code_point(out, rest, 4);
  case 'U':
    return take_code_point(out, rest, 8);
  case 'n':
  case 't':
    out += ' ';
    return;
  case '_':
    return append(out, 0xA0);
  case '\r':
  case '\n':
    rest = without_leading_space(rest);
    return;
  default:
    out += escaped;
  }
}

} // namespace

std::string take_quoted(std::string_view& rest) {
  const char quote = rest.front();
  rest.remove_prefix(1);
  std::string out;
  while (!rest.empty()) {
    const char c = rest.front();
    if (c == '\r' || c == '\n') {
      fold(out, rest);
      continue;
    }
    rest.remove_prefix(1);
    const bool is_doubled = quote == '\'' && c == quote && rest.starts_with(quote);
    if (c == quote && !is_doubled)
      return out;
    if (is_doubled)
      rest.remove_prefix(1);
    if (quote == '"' && c == '\\')
      take_escape(out, rest);
    else
      out += c;
  }
  return {};
}

} // namespace broadside::yaml
