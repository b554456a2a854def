#include "core/markdown/heading_name.hpp"

#include "core/unicode/case_folding.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace broadside::markdown {
namespace {

constexpr std::size_t longest_words = 200; // in bytes; longer texts are cut

constexpr char32_t non_joiner = 0x200C;
constexpr char32_t joiner = 0x200D;
constexpr char32_t emoji_selector = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

char32_t first_of(std::string_view text) { return first_character(text).value; }

// Returns whether the character is an emoji or a dingbat, by Unicode's blocks.
bool is_picture(char32_t character, std::string_view after) {
  return (character >= 0x2300 && character <= 0x23FF) || (character >= 0x2600 && character <= 0x27BF) ||
         (character >= 0x2B00 && character <= 0x2BFF) || (character >= 0x1F000 && character <= 0x1FAFF) ||
         character == keycap || (character >= 0x80 && first_of(after) == emoji_selector);
}

// ZWNJ and ZWJ belong to the spelling of Persian, Hindi and others, but only within a word.
bool is_within_word(char32_t joining, std::string_view before, std::string_view after) {
  const char32_t next = first_of(after);
  return (joining == joiner || joining == non_joiner) && !before.empty() && before.back() != '-' && next >= 0x80 &&
         !unicode::is_blank(next) && !unicode::is_punctuation(next);
}

// Returns whether the character stands for itself in a name: hyphens, low lines, and whatever is neither punctuation
// nor out of sight.
bool is_kept(char32_t character, std::string_view before, std::string_view after) {
  return character == '-' || character == '_' || is_within_word(character, before, after) ||
         (!unicode::is_blank(character) && !unicode::is_punctuation(character));
}

class Name {
public:
  void space() { ++spaces_; }
  void picture() { has_picture_ = true; }
  void letter(std::string_view bytes) {
    end_gap(false);
    text_ += bytes;
  }
  std::size_t size() const { return text_.size(); }
  /// Returns the text that stands directly before the next character; empty after a space.
  std::string_view before() const { return spaces_ > 0 || has_picture_ ? std::string_view() : text_; }
  std::string finished() {
    end_gap(true);
    return std::move(text_);
  }

private:
  // Writes the hyphens of the gap between two words: a single one if a picture stands there, and none at either end.
  void end_gap(bool is_end) {
    const bool is_at_edge = text_.empty() || is_end;
    const std::size_t hyphens = !has_picture_ ? spaces_ : is_at_edge ? 0 : std::min<std::size_t>(spaces_, 1);
    text_.append(hyphens, '-');
    spaces_ = 0;
    has_picture_ = false;
  }

  std::string text_;
  std::size_t spaces_ = 0;
  bool has_picture_ = false;
};

} // namespace

std::string heading_name(std::string_view words) {
  const std::string folded = unicode::fold_case(words);
  std::string_view rest = folded;
  Name name;
  while (!rest.empty() && name.size() < longest_words) {
    const auto character = first_character(rest);
    const auto bytes = rest.substr(0, std::max<std::size_t>(character.length, 1));
    rest.remove_prefix(bytes.size());
    if (unicode::is_space(character.value))
      name.space();
    else if (is_picture(character.value, rest))
      name.picture();
    else if (is_kept(character.value, name.before(), rest))
      name.letter(bytes);
  }
  return name.finished();
}

std::string loose_name(std::string_view name) {
  std::string loose;
  for (const char c : heading_name(name))
    if (c != '-' || (!loose.empty() && loose.back() != '-'))
      loose += c;
  if (loose.ends_with('-'))
    loose.pop_back();
  return loose;
}

} // namespace broadside::markdown
