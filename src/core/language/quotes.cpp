#include "core/language/quotes.hpp"

#include "core/ascii.hpp"
#include "core/language_tag.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace broadside::language {
namespace {

constexpr Quotes english = {"“", "”", "‘", "’"};
constexpr Quotes german = {"„", "“", "‚", "‘"};
constexpr Quotes swiss = {"«", "»", "‹", "›"};
// The space inside is U+202F, narrow and unbreakable, as French printers set it.
constexpr Quotes french = {"«\u202F", "\u202F»", "“", "”"};
constexpr Quotes spanish = {"«", "»", "“", "”"};
constexpr Quotes russian = {"«", "»", "„", "“"};
constexpr Quotes polish = {"„", "”", "«", "»"};
constexpr Quotes hungarian = {"„", "”", "»", "«"};
constexpr Quotes swedish = {"”", "”", "’", "’"};
constexpr Quotes norwegian = {"«", "»", "‘", "’"};

struct Entry {
  std::string_view language;
  Quotes quotes;
};

// CLDR's delimiters. Two differ from it: in Dutch, where it gives the inner marks to a mark that is typed doubled, and
// in French, where it has the same marks inside.
constexpr std::array entries = {
    Entry{"af", english},   Entry{"be", russian}, Entry{"bg", german},     Entry{"ca", spanish},
    Entry{"cs", german},    Entry{"da", english}, Entry{"de", german},     Entry{"de-ch", swiss},
    Entry{"de-li", swiss},  Entry{"el", spanish}, Entry{"en", english},    Entry{"es", spanish},
    Entry{"et", polish},    Entry{"fi", swedish}, Entry{"fr", french},     Entry{"fr-ch", swiss},
    Entry{"ga", english},   Entry{"gl", english}, Entry{"hu", hungarian},  Entry{"id", english},
    Entry{"is", german},    Entry{"it", spanish}, Entry{"it-ch", swiss},   Entry{"ms", english},
    Entry{"nb", norwegian}, Entry{"nl", english}, Entry{"nn", norwegian},  Entry{"no", norwegian},
    Entry{"pl", polish},    Entry{"pt", english}, Entry{"pt-pt", spanish}, Entry{"ro", polish},
    Entry{"ru", russian},   Entry{"sk", german},  Entry{"sl", german},     Entry{"sv", swedish},
    Entry{"tr", english},   Entry{"uk", russian}, Entry{"vi", english},
};

const Quotes* find(std::string_view language) {
  const auto* entry =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.language == language; });
  return entry != entries.end() ? &entry->quotes : nullptr;
}

// CLDR's es-419, and the Portuguese of Africa and Asia, which follows Portugal's.
const Quotes* quotes_across_the_sea(std::string_view language, std::string_view region) {
  constexpr std::array<std::string_view, 5> as_in_spain = {"es", "ea", "ic", "gq", "ph"};
  constexpr std::array<std::string_view, 8> as_in_portugal = {"ao", "cv", "gw", "mo", "mz", "st", "tl", "gq"};
  const auto is_in = [&](const auto& regions) {
    return std::find(regions.begin(), regions.end(), region) != regions.end();
  };
  if (language == "es" && !region.empty() && !is_in(as_in_spain))
    return &english;
  if (language == "pt" && is_in(as_in_portugal))
    return &spanish;
  return nullptr;
}

} // namespace

const Quotes* quotes_of(std::string_view language) {
  const std::string tag = lowered(language);
  const std::string primary = tag.substr(0, tag.find('-'));
  const std::string region(region_of(tag));
  if (const Quotes* quotes = find(primary + "-" + region))
    return quotes;
  if (const Quotes* quotes = quotes_across_the_sea(primary, region))
    return quotes;
  return find(primary);
}

} // namespace broadside::language
