#pragma once

#include <string>
#include <string_view>

namespace broadside::language {

/// Returns the script in which a language is mostly written, by CLDR's likely subtags: "Cyrl" for `ru`. Returns "Latn"
/// if CLDR does not know the language. `language` is a tag's first subtag.
std::string_view usual_script(std::string_view language);

/// Returns whether the language is usually written in a script of Chinese, Japanese or Korean, by CLDR's likely
/// subtags.
bool is_cjk(std::string_view tag);

/// Returns the tag for a text that was probably written in `language`, a BCP 47 tag. It is that tag, or if nearly all
/// letters are of a script in which the language is not written, a tag that states only the script ("und-Hebr" for
/// Hebrew letters under `en`). Words with "://" in them, which are addresses, do not count. `language` is kept if CLDR
/// does not know it, if it is empty, and if the text has no letters.
std::string tag_of_text(std::string_view text, std::string_view language);

} // namespace broadside::language
