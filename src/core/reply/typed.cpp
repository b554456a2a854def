#include "core/reply/typed.hpp"

#include "core/ascii.hpp"
#include "core/lines.hpp"
#include "core/unicode/blank.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <optional>

namespace broadside::reply {
namespace {

// Many marks on one letter grow out of their line and cover other people's text. No script needs more on one letter:
// Tibetan stacks up to seven, Hebrew with its accents five, Vietnamese two.
constexpr int most_marks = 8;

template <typename Test> bool any_character(std::string_view text, Test test) {
  for (auto first = first_character(text); first.length > 0; first = first_character(text)) {
    if (test(first.value))
      return true;
    text.remove_prefix(first.length);
  }
  return false;
}

/// Counts the marks on one letter. An invisible character between them, such as a joiner, does not begin another
/// letter.
class MarkCounter {
public:
  bool is_one_too_many(char32_t character) {
    if (unicode::is_mark(character))
      return ++marks_ > most_marks;
    const bool is_ascii = character < 0x80; // most characters are, and need no table
    if (is_ascii || unicode::is_space(character) || !unicode::is_blank(character))
      marks_ = 0;
    return false;
  }

private:
  int marks_ = 0;
};

// Returns the text with each character replaced by the result of `change`; a character without a result is left out.
template <typename Change> std::string changed(std::string_view text, Change change) {
  std::string result;
  result.reserve(text.size());
  MarkCounter marks;
  for (auto first = first_character(text); first.length > 0; first = first_character(text)) {
    const std::optional<char32_t> character = change(first.value);
    if (character && !marks.is_one_too_many(*character))
      result += *character == first.value ? text.substr(0, first.length) : std::string_view(as_utf8(*character));
    text.remove_prefix(first.length);
  }
  return result;
}

std::string_view without_blank_lines_before(std::string_view text) {
  const auto first = std::find_if_not(text.begin(), text.end(), is_space);
  const auto line = text.substr(0, static_cast<std::size_t>(first - text.begin())).find_last_of("\r\n");
  return text.substr(line == std::string_view::npos ? 0 : line + 1);
}

bool is_control_in_text(char32_t character) {
  constexpr char32_t next_line = 0x85; // it ends a line, and without it two words would become one
  if (character < ' ')
    return !is_space(static_cast<char>(character));
  return character >= 0x7F && character < 0xA0 && character != next_line;
}

} // namespace

std::string clean_line(std::string_view typed) {
  const auto line = changed(typed, [](char32_t character) -> std::optional<char32_t> {
    if (unicode::is_stray_format(character))
      return std::nullopt;
    return unicode::is_space(character) && !unicode::is_control(character) ? U' ' : character;
  });
  return std::string(unicode::without_space_before(unicode::without_space_after(line)));
}

std::string clean_text(std::string_view typed) {
  const auto text = changed(with_line_feeds(typed), [](char32_t character) {
    return is_control_in_text(character) ? std::nullopt : std::optional(character);
  });
  return std::string(without_blank_lines_before(unicode::without_space_after(text)));
}

bool holds_control(std::string_view text) { return any_character(text, unicode::is_control); }

bool holds_letter(std::string_view text) {
  return any_character(
      text, [](char32_t character) { return !unicode::is_mark(character) && !unicode::is_blank(character); });
}

} // namespace broadside::reply
