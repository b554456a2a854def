#pragma once

#include "core/language/canonical.hpp"
#include "core/language_tag.hpp"

namespace broadside::language {

/// Returns the tag without its last subtag, and without a single letter before that: what RFC 4647's lookup (section
/// 3.4) tries next.
std::string_view shortened(std::string_view tag);

/// Returns what `find` says of the canonical tag, or of the first of the shorter ones that it says anything of. It must
/// say nothing of the empty text.
template <typename Find> auto lookup(std::string_view tag, Find find) {
  const std::string whole = canonical(tag);
  std::string_view range = whole;
  auto found = find(range);
  while (!found && !range.empty()) {
    range = shortened(range);
    found = find(range);
  }
  return found;
}

/// The tag that Broadside's words for a text of this language are looked up by (words.def): Norwegian is Bokmål,
/// Chinese is in the script that most read. Empty for a language in another script than the words are in, which its
/// readers may not read. The browser's lookup (web/src/language/lookup.ts) comes to the same.
std::string words_range(std::string_view tag);

} // namespace broadside::language
