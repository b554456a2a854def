#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadside::language {

/// Returns whether the text has the shape of a language tag (RFC 5646, 2.1: well-formed), at most longest_tag
/// characters as most software expects; private use ("x-…") and grandfathered tags are not taken.
bool well_formed(std::string_view tag);

/// Returns the same rule as a regular expression of ECMAScript, for code that cannot call this function: the loader,
/// whose check is generated, and the JSON Schema of articles.
std::string_view well_formed_pattern();
constexpr std::size_t longest_tag = 35;

/// The rule in words, for messages.
constexpr std::string_view well_formed_rule = "must be a language tag (BCP 47), such as \"en\" or \"pt-BR\"";

/// Returns the text in the case in which tags are usually written (RFC 5646, 2.1.1), whether it is a tag or not:
/// "zh-Hant-TW".
std::string in_usual_letters(std::string_view tag);

/// Returns the first subtag, which names the language: "zh" of "zh-Hant-TW".
std::string_view primary_subtag(std::string_view tag);

/// Returns the four letters in the second place: "Hant". The result is empty if there are none.
std::string_view script_of(std::string_view tag);

/// Returns the two letters or three digits after the language and its script: "TW", "419". The result is empty if there
/// are none.
std::string_view region_of(std::string_view tag);

} // namespace broadside::language
