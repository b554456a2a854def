#include "core/language/plural.hpp"

#include "core/language/lookup.hpp"
#include "core/word_list.hpp"

#include <algorithm>
#include <initializer_list>

namespace broadside::language {
namespace {

using Number = std::uint32_t;

constexpr unsigned bit(Plural category) { return 1U << static_cast<unsigned>(category); }

constexpr unsigned bits(std::initializer_list<Plural> categories) {
  unsigned all = 0;
  for (const Plural category : categories)
    all |= bit(category);
  return all;
}

struct PluralRule {
  /// The names are separated by spaces.
  std::string_view languages;
  Plural (*category)(Number);
  unsigned categories;
};

constexpr bool within(Number n, Number first, Number last) { return n >= first && n <= last; }

using enum Plural;

constexpr PluralRule rules[] = {
#define PLURALS(languages, expression, ...)                                                                            \
  {languages, []([[maybe_unused]] Number n) { return expression; }, bits({__VA_ARGS__})},
#include "core/language/plural_rules.def"
#undef PLURALS
};

constexpr PluralRule no_rule = {"", [](Number) { return other; }, bits({other})};

const PluralRule& rule_of(std::string_view tag) {
  const auto* const found = lookup(tag, [](std::string_view range) {
    const auto* const rule = std::find_if(std::begin(rules), std::end(rules),
                                          [&](const PluralRule& one) { return is_listed(one.languages, range); });
    return rule == std::end(rules) ? nullptr : rule;
  });
  return found == nullptr ? no_rule : *found;
}

} // namespace

Plural plural_category(std::string_view tag, std::uint32_t number) { return rule_of(tag).category(number); }

bool has_plural(std::string_view tag, Plural category) { return (rule_of(tag).categories & bit(category)) != 0; }

bool is_of_one_number(std::string_view tag, Plural category) {
  // No rule looks at more than the last two digits to tell small numbers apart.
  constexpr Number enough = 200;
  const PluralRule& rule = rule_of(tag);
  int numbers = 0;
  for (Number n = 0; n < enough; ++n)
    numbers += rule.category(n) == category ? 1 : 0;
  return numbers == 1;
}

} // namespace broadside::language
