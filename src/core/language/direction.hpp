#pragma once

#include <cstdint>
#include <string_view>

namespace broadside::language {

enum class Direction : std::uint8_t { ltr, rtl };

/// Returns the direction in which the language is written: that of the tag's script, or else of the usual script of the
/// language in its region, by CLDR's likely subtags.
Direction direction(std::string_view tag);
std::string_view name(Direction);

} // namespace broadside::language
