#include "core/reply/email.hpp"

#include "core/ascii.hpp"
#include "core/reply/host.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

namespace broadside::reply {
namespace {

bool is_beyond_ascii(char32_t character) { return character >= 0x80 && !unicode::is_blank(character); }

bool is_unquoted(char32_t character) {
  constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
  if (character >= 0x80)
    return is_beyond_ascii(character);
  const auto c = static_cast<char>(character);
  return is_alphanumeric(c) || marks.find(c) != std::string_view::npos;
}

bool is_printable(char32_t character) { return (character >= ' ' && character <= '~') || is_beyond_ascii(character); }

bool is_dotted_text(std::string_view local) {
  for (auto first = first_character(local); first.length > 0; first = first_character(local)) {
    if (!is_unquoted(first.value))
      return false;
    local.remove_prefix(first.length);
  }
  return local.empty();
}

// RFC 5321, 4.1.2: Quoted-string.
bool is_quoted_text(std::string_view local) {
  if (local.size() < 2 || local.front() != '"' || local.back() != '"')
    return false;
  local = local.substr(1, local.size() - 2);
  for (bool is_escaped = false; !local.empty() || is_escaped;) {
    const auto first = first_character(local);
    if (first.length == 0 || !is_printable(first.value) || (first.value == '"' && !is_escaped))
      return false;
    is_escaped = first.value == '\\' && !is_escaped;
    local.remove_prefix(first.length);
  }
  return true;
}

} // namespace

std::optional<std::string> as_email(std::string_view typed) {
  const auto at = typed.rfind('@');
  if (at == std::string_view::npos || at == 0)
    return std::nullopt;
  const auto local = typed.substr(0, at);
  const auto host = normal_host(typed.substr(at + 1));
  if (!host || !(is_dotted_text(local) || is_quoted_text(local)))
    return std::nullopt;
  return std::string(local) + "@" + *host;
}

} // namespace broadside::reply
