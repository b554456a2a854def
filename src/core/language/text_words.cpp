#include "core/language/text_words.hpp"

#include "core/language/lookup.hpp"

#include <optional>

namespace broadside::language {
namespace {

// The words of every file of web/messages, a line for each, after a line with the tag. The core has them all, since a
// caller that renders a text has no messages to pass. Were each an element of an array, a reader would download twice
// as much, since the addresses in it cannot be compressed.
constexpr std::string_view all[] = {
#define EMBEDDED(tag, note, tip, important, warning, caution, footnote_back)                                           \
  tag "\n" note "\n" tip "\n" important "\n" warning "\n" caution "\n" footnote_back "\n",
#include "embedded/text_words.def"
#undef EMBEDDED
};

std::string_view take_words(std::string_view& lines) {
  const auto words = lines.substr(0, lines.find('\n'));
  lines.remove_prefix(words.size() + 1);
  return words;
}

std::optional<TextWords> words_in(std::string_view language) {
  for (std::string_view lines : all) {
    TextWords words;
    words.language = take_words(lines);
    if (words.language != language)
      continue;
    for (std::string_view& alert : words.alerts)
      alert = take_words(lines);
    words.footnote_back = take_words(lines);
    return words;
  }
  return std::nullopt;
}

} // namespace

TextWords text_words(std::string_view tag) {
  const auto found = tag.empty() ? std::nullopt : lookup(words_range(tag), words_in);
  return found ? *found : *words_in("en");
}

} // namespace broadside::language
