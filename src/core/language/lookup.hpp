#pragma once

#include "core/language/canonical.hpp"
#include "core/language_tag.hpp"

namespace broadside::language {

/// Returns the tag without its last subtag, and without a single letter before that: what RFC 4647's lookup (section
/// 3.4) tries next.
std::string_view shortened(std::string_view tag);

/// Returns the first result of `find` that is not empty, for the canonical tag and then for shorter and shorter ones.
/// `find` must return nothing for the empty text.
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

/// Returns the tag by which Broadside's words for a text of this language are looked up (words.def): Norwegian becomes
/// Bokmål, and Chinese gets the script that most people read. Returns an empty text for a language in another script
/// than the words, which its readers may not read. The browser's lookup (web/src/language/lookup.ts) has the same
/// results.
std::string words_range(std::string_view tag);

} // namespace broadside::language
