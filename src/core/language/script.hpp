#pragma once

#include <string>
#include <string_view>

namespace broadside::language {

/// The script that a language is mostly written in, by CLDR's likely subtags: "Cyrl" for `ru`. "Latn" where CLDR does
/// not know the language. `language` is a tag's first subtag.
std::string_view usual_script(std::string_view language);

/// Returns whether the language is usually written in a script of Chinese, Japanese or Korean, by CLDR's likely
/// subtags.
bool is_cjk(std::string_view tag);

/// The tag for a text that was probably written in `language`, a BCP 47 tag: that very tag, or where nearly all letters
/// are of a script that the language is not written in, a tag that says no more than the script ("und-Hebr" for Hebrew
/// letters under `en`). Words with "://" in them, which are addresses, do not count. `language` is kept where CLDR does
/// not know it, where it is empty, and where the text has no letters.
std::string tag_of_text(std::string_view text, std::string_view language);

} // namespace broadside::language
