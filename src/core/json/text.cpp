#include "core/json/text.hpp"

#include <algorithm>
#include <array>

namespace broadside::json {
namespace {

constexpr auto escaped_bytes = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    table[byte] = true;
  table['"'] = table['\\'] = true;
  return table;
}();

bool must_be_escaped(char c) { return escaped_bytes[static_cast<unsigned char>(c)]; }

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\')
    out += {'\\', c};
  else if (c == '\n')
    out += "\\n";
  else
    out += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]};
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto* const stop = std::find_if(text.begin(), text.end(), [](char c) { return must_be_escaped(c); });
    const auto plain = static_cast<std::size_t>(stop - text.begin());
    out.append(text.substr(0, plain));
    if (stop == text.end())
      return;
    append_escape(out, *stop);
    text.remove_prefix(plain + 1);
  }
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  append_escaped(result, text);
  result += '"';
  return result;
}

} // namespace broadside::json
