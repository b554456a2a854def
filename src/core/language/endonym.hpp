#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::language {

/// Returns the name of a language in that language, as it stands in a menu: "Deutsch" for `de` and `de-CH`, "srpski
/// (latinica)" for `sr-Latn`. Returns the tag itself if CLDR has no name.
std::string_view endonym(std::string_view tag);

/// Returns, for each of `tags` in their order, a text that distinguishes languages with the same endonym. It is empty
/// if no other language has its endonym. Otherwise it is script and region, as far as the tag states them ("Brasil" for
/// `pt-BR` beside `pt`, empty for `pt`), or the tag if two would still read alike.
std::vector<std::string> qualifiers(const std::vector<std::string_view>& tags);

/// Returns a text in the language `tag`, with the result of `qualifiers` in brackets, as CLDR sets them there:
/// "Português (Brasil)", "繁體中文（香港）". Returns the text alone if the qualifier is empty.
std::string qualified(std::string_view text, std::string_view qualifier, std::string_view tag);

} // namespace broadside::language
