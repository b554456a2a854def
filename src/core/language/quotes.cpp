#include "core/language/quotes.hpp"

#include "core/language/canonical.hpp"
#include "core/language_tag.hpp"
#include "core/word_list.hpp"

#include <algorithm>
#include <string>

namespace broadside::language {
namespace {

struct Entry {
  /// The tags are separated by spaces.
  std::string_view tags;
  Quotes quotes;
};

constexpr Entry entries[] = {
#define QUOTES(tags, open, close, inner_open, inner_close) {tags, {open, close, inner_open, inner_close}},
#include "core/language/quotes.def"
#undef QUOTES
};

const Quotes* entry_for(std::string_view tag) {
  const auto* const entry =
      std::find_if(std::begin(entries), std::end(entries), [&](const Entry& one) { return is_listed(one.tags, tag); });
  return entry == std::end(entries) ? nullptr : &entry->quotes;
}

} // namespace

const Quotes* quotes_of(std::string_view language) {
  const std::string tag = canonical(language);
  const std::string primary(primary_subtag(tag));
  const Quotes* const regional = entry_for(primary + "-" + std::string(region_of(tag)));
  return regional == nullptr ? entry_for(primary) : regional;
}

} // namespace broadside::language
