#include "core/markdown/heading_id.hpp"

#include "core/ascii.hpp"
#include "core/lines.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

namespace broadside::markdown {
namespace {

bool is_id_character(char32_t character) {
  if (character < 0x80)
    return is_alphanumeric(static_cast<char>(character)) ||
           std::string_view("-_:.").find(static_cast<char>(character)) != std::string_view::npos;
  return !unicode::is_blank(character) && !unicode::is_punctuation(character);
}

bool is_id(std::string_view text) {
  if (text.empty() || std::string_view("-:.").find(text.front()) != std::string_view::npos)
    return false;
  while (!text.empty()) {
    const auto character = first_character(text);
    if (character.length == 0 || !is_id_character(character.value))
      return false;
    text.remove_prefix(character.length);
  }
  return true;
}

// Returns the text without the closing hashes that PHP Markdown Extra has before the braces: "## Costs ## {#costs}".
std::string_view without_closing_hashes(std::string_view words) {
  const auto end = words.find_last_not_of('#') + 1;
  const bool has_them = end < words.size() && end > 0 && white_space.find(words[end - 1]) != std::string_view::npos;
  return has_them ? trimmed(words.substr(0, end)) : words;
}

} // namespace

std::optional<HeadingWithId> read_heading_id(std::string_view source) {
  const auto text = trimmed(source);
  const auto brace = text.rfind('{');
  // White space must stand before the brace, so that no backslash stands there.
  if (!text.ends_with('}') || brace == std::string_view::npos || brace == 0 ||
      white_space.find(text[brace - 1]) == std::string_view::npos)
    return std::nullopt;
  const auto attribute = text.substr(brace + 1, text.size() - brace - 2);
  const auto words = without_closing_hashes(trimmed(text.substr(0, brace)));
  if (!attribute.starts_with('#') || !is_id(attribute.substr(1)) || words.empty())
    return std::nullopt;
  return HeadingWithId{words, std::string(attribute.substr(1))};
}

} // namespace broadside::markdown
