#include "core/lint/quoted.hpp"

#include "core/utf8.hpp"

namespace broadside::lint {

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string result = "\"";
  while (!text.empty() && result.size() < longest) {
    const auto bytes = text.substr(0, std::max<std::size_t>(first_character(text).length, 1));
    result += bytes == "\n" ? " " : bytes;
    text.remove_prefix(bytes.size());
  }
  return result + (text.empty() ? "\"" : "…\"");
}

} // namespace broadside::lint
