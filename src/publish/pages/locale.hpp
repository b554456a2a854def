#pragma once

#include <string>
#include <string_view>

namespace broadside::publish {

/// The language as og:locale has it, with an underscore and a territory: "en_US". Where the tag names no territory it
/// is the one where the language is mostly read, by CLDR's likely subtags; where CLDR names none, the language stands
/// alone. Source: https://ogp.me/#optional
std::string locale(std::string_view language);

} // namespace broadside::publish
