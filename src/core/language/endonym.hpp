#pragma once

#include <string_view>

namespace broadside::language {

/// What a language is called in itself, as it stands in a menu: "Deutsch" for `de` and `de-CH`, "srpski (latinica)" for
/// `sr-Latn`. The tag itself where CLDR does not know.
std::string_view endonym(std::string_view tag);

} // namespace broadside::language
