#pragma once

#include <string>
#include <string_view>

namespace broadside::language {

/// Whether the text has the shape of a language tag (RFC 5646, 2.1: well-formed), at most 35 characters as most
/// software expects; private use ("x-…") and grandfathered tags are not taken.
bool well_formed(std::string_view tag);

/// The text in the letters that a tag is usually written in (RFC 5646, 2.1.1), whether it is one or not: "zh-Hant-TW".
std::string in_usual_letters(std::string_view tag);

/// The tag as tables have it: in the usual letters (RFC 5646, 2.1.1), with today's code of its language ("he" for
/// "iw"), and Chinese of a region with its script ("zh-Hant-TW" for "zh-TW").
std::string canonical(std::string_view tag);

/// Four letters in the second place: "Hant". Empty where there are none.
std::string_view script_of(std::string_view tag);

/// Two letters or three digits after the language and its script: "TW", "419". Empty where there are none.
std::string_view region_of(std::string_view tag);

} // namespace broadside::language
