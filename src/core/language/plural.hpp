#pragma once

#include "core/words.hpp"

#include <cstdint>

namespace broadside::language {

/// CLDR's plural categories. Each language has some of them.
enum class Plural : std::uint8_t { zero, one, two, few, many, other };

constexpr Words<Plural, 6> plural_words = {{{"zero", Plural::zero},
                                            {"one", Plural::one},
                                            {"two", Plural::two},
                                            {"few", Plural::few},
                                            {"many", Plural::many},
                                            {"other", Plural::other}}};

/// Returns the category of a number of things in a language, by CLDR's cardinal rules. Returns `other` for a language
/// without rules in CLDR.
Plural plural_category(std::string_view tag, std::uint32_t number);

/// Returns whether whole numbers of the language are ever in the category: never in Polish `other`, which is for
/// fractions.
bool has_plural(std::string_view tag, Plural);

/// Returns whether the category is that of a single number, which words may then spell out: English `one`, but not the
/// Russian, which is that of 21 too.
bool is_of_one_number(std::string_view tag, Plural);

} // namespace broadside::language
