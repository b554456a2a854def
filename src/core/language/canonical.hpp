#pragma once

#include <string>
#include <string_view>

namespace broadside::language {

/// Returns what CLDR has for the language that a subtag, in lower case, once stood for or is a part of: "he" for "iw",
/// "zh" for "cmn", "sr-Latn" for "sh". The result is empty for every other subtag.
std::string_view current_language(std::string_view primary_subtag);

/// Returns the tag as tables have it: in the usual case (RFC 5646, 2.1.1), with the current tag of its language, and
/// with its script if only the region shows that it is not the language's usual one ("zh-Hant-TW" for "zh-TW").
std::string canonical(std::string_view tag);

} // namespace broadside::language
