#pragma once

#include "core/language/names.hpp"

#include <string_view>

namespace broadside::language {

/// Returns the names of languages: CLDR's, and the labels of the language switch in web/messages.
const Names& built_in_names();

/// Returns the text of which these are made, and which a browser fetches.
std::string_view built_in_name_tables();

} // namespace broadside::language
