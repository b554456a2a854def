#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::language {

/// Returns the name of a language in that language, as it stands in a menu: "Deutsch" for `de` and `de-CH`, "srpski
/// (latinica)" for `sr-Latn`. Returns the tag itself if CLDR has no name.
std::string_view endonym(std::string_view tag);

/// Returns what tells languages apart whose endonyms are the same, for each of `tags` in their order: nothing where no
/// other has its endonym; else script and region, as far as the tag says them ("Brasil" for `pt-BR` beside `pt`,
/// nothing for `pt`); and where two would still read alike, the tag.
std::vector<std::string> qualifiers(const std::vector<std::string_view>& tags);

/// A text in the language `tag`, and in brackets what `qualifiers` found, as CLDR sets them there: "Português
/// (Brasil)", "繁體中文（香港）". The text alone where the qualifier is empty.
std::string qualified(std::string_view text, std::string_view qualifier, std::string_view tag);

} // namespace broadside::language
