#include "core/html/gap.hpp"

#include "core/ascii.hpp"
#include "core/html/content_model.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"
#include "core/word_list.hpp"

#include <algorithm>

namespace broadside::html {
namespace {

bool is_number(char32_t character) { return character < 0x80 && is_digit(static_cast<char>(character)); }

bool is_letter(char32_t character) {
  if (character < 0x80)
    return is_alpha(static_cast<char>(character));
  return !unicode::is_space(character) && !unicode::is_punctuation(character) && !unicode::is_blank(character);
}

bool run_together(char32_t before, char32_t after, Joint joint) {
  const bool numbers = is_number(before) && is_number(after);
  const bool letters = is_letter(before) && is_letter(after);
  switch (joint) {
  case Joint::style:
    return numbers;
  case Joint::script:
    return numbers || letters;
  default:
    return (is_number(before) || is_letter(before)) && (is_number(after) || is_letter(after));
  }
}

} // namespace

void Gap::leave(Joint joint) { joint_ = joint_ ? std::max(*joint_, joint) : joint; }

bool Gap::take(std::string_view words) {
  if (words.empty())
    return false;
  const bool is_due = joint_ && run_together(last_, first_character(words).value, *joint_);
  joint_.reset();
  last_ = last_character(words);
  return is_due;
}

bool Gap::take_element() {
  const bool is_due = joint_ == Joint::edge && (is_number(last_) || is_letter(last_));
  if (is_due)
    close();
  return is_due;
}

void Gap::close() {
  joint_.reset();
  last_ = 0;
}

Joint joint_of(std::string_view tag_name) {
  // The elements that only change the style of words and are in no vocabulary.
  constexpr std::string_view other_styles = "acronym bdo big blink data font label nobr rb strike tt";
  const auto element = content_element(tag_name);
  if (element ? is_style(*element) : is_listed(other_styles, tag_name))
    return Joint::style;
  return element && is_script(*element) ? Joint::script : Joint::edge;
}

} // namespace broadside::html
