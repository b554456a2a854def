#pragma once

#include <string>
#include <string_view>

namespace broadside::publish {

/// Returns the language in the form of og:locale, with an underscore and a territory: "en_US". If the tag names no
/// territory, it is the one in which the language is mostly read, by CLDR's likely subtags; if CLDR names none, the
/// language stands alone. Source: https://ogp.me/#optional
std::string locale(std::string_view language);

} // namespace broadside::publish
