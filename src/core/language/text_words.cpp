#include "core/language/text_words.hpp"

#include "core/language/lookup.hpp"

#include <algorithm>

namespace broadside::language {
namespace {

// The words of every file of web/messages. The core has them all, since a caller that renders a text has no messages to
// pass.
constexpr TextWords all[] = {
#define EMBEDDED(name, note, tip, important, warning, caution, footnote_back)                                          \
  {name, {note, tip, important, warning, caution}, footnote_back},
#include "embedded/text_words.def"
#undef EMBEDDED
};

const TextWords* words_in(std::string_view language) {
  const auto* const found =
      std::find_if(std::begin(all), std::end(all), [&](const TextWords& one) { return one.language == language; });
  return found == std::end(all) ? nullptr : found;
}

} // namespace

const TextWords& text_words(std::string_view tag) {
  const TextWords* const found = tag.empty() ? nullptr : lookup(words_range(tag), words_in);
  return found == nullptr ? *words_in("en") : *found;
}

} // namespace broadside::language
