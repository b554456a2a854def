#include "core/unicode/blank.hpp"

#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

namespace broadside::unicode {
namespace {

bool is_white(char32_t character) { return is_space(character) || character == '\v'; }

} // namespace

std::string_view without_space_before(std::string_view text) {
  for (auto first = first_character(text); first.length > 0 && is_white(first.value); first = first_character(text))
    text.remove_prefix(first.length);
  return text;
}

std::string_view without_space_after(std::string_view text) {
  for (std::size_t start = text.size(); start > 0;) {
    --start;
    const auto last = first_character(text.substr(start));
    if (last.length == 0)
      continue; // a byte within a character
    if (!is_white(last.value))
      break;
    text = text.substr(0, start);
  }
  return text;
}

bool is_blank(std::string_view text) {
  for (auto first = first_character(text); first.length > 0; first = first_character(text)) {
    if (!is_blank(first.value))
      return false;
    text.remove_prefix(first.length);
  }
  return text.empty();
}

} // namespace broadside::unicode
