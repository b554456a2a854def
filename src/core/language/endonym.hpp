#pragma once

#include <string_view>

namespace broadside::language {

/// What a language is called in itself: "Deutsch" for `de`. The tag itself where that is not known.
std::string_view endonym(std::string_view tag);

} // namespace broadside::language
