#include "core/reply/host.hpp"

#include "core/ascii.hpp"
#include "core/unicode/case_folding.hpp"
#include "core/unicode/character.hpp"
#include "core/unicode/punycode.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace broadside::reply {
namespace {

constexpr std::size_t longest_label = 63; // RFC 1035, 2.3.4

bool is_joiner(char32_t character) { return character == 0x200C || character == 0x200D; }

bool is_of_label(char32_t character) {
  if (character < 0x80)
    return is_alphanumeric(static_cast<char>(character)) || character == '-';
  // Persian and Indian host names hold joiners (RFC 5892, appendix A).
  return is_joiner(character) || !unicode::is_blank(character);
}

// RFC 5891, 4.2.3.2, and RFC 5892, appendix A: a mark or a joiner needs a letter before it.
bool may_begin_label(char32_t character) { return !unicode::is_mark(character) && !is_joiner(character); }

bool is_label(std::string_view label) {
  if (label.empty() || label.front() == '-' || label.back() == '-' || !may_begin_label(first_character(label).value))
    return false;
  std::size_t length = 0;
  for (auto first = first_character(label); first.length > 0; first = first_character(label)) {
    if (!is_of_label(first.value) || ++length > longest_label)
      return false;
    label.remove_prefix(first.length);
  }
  return label.empty();
}

// Returns the label in lower case, by case folding, except for two letters that host names distinguish from what they
// fold to (UTS #46, "deviation characters").
std::string folded(std::string_view label) {
  std::string result;
  for (auto first = first_character(label); first.length > 0; first = first_character(label)) {
    const auto character = label.substr(0, first.length);
    const bool stays = first.value == U'ß' || first.value == U'ς';
    result += stays ? std::string(character) : unicode::fold_case(character);
    label.remove_prefix(first.length);
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<std::string> normal_label(std::string_view label) {
  if (!is_label(label))
    return std::nullopt;
  auto normal = folded(label);
  // One letter may fold to three.
  if (!is_label(normal))
    return std::nullopt;
  if (!normal.starts_with("xn--"))
    return normal;
  // RFC 5890, 2.3.2.1: the decoded label must be valid itself, be in lower case, and need the encoding.
  auto decoded = unicode::from_punycode(std::string_view(normal).substr(4));
  if (!decoded || is_ascii(*decoded) || !is_label(*decoded) || folded(*decoded) != *decoded)
    return std::nullopt;
  return decoded;
}

// IDNA treats the full stops of Chinese and Japanese as dots (RFC 3490, 3.1).
std::string with_dots(std::string_view host) {
  std::string result;
  for (auto first = first_character(host); first.length > 0; first = first_character(host)) {
    const bool is_dot = first.value == 0x3002 || first.value == 0xFF0E || first.value == 0xFF61;
    result += is_dot ? "." : host.substr(0, first.length);
    host.remove_prefix(first.length);
  }
  return result;
}

} // namespace

std::optional<std::string> normal_host(std::string_view text) {
  const auto dotted = with_dots(text);
  std::string_view rest = dotted;
  std::string host;
  for (;;) {
    const auto dot = rest.find('.');
    const auto label = normal_label(rest.substr(0, dot));
    if (!label)
      return std::nullopt;
    host += *label;
    if (dot == std::string_view::npos)
      return host;
    host += '.';
    rest.remove_prefix(dot + 1);
  }
}

bool is_host(std::string_view text) { return normal_host(text).has_value(); }

} // namespace broadside::reply
