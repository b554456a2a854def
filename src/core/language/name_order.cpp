#include "core/language/name_order.hpp"

#include "core/unicode/case_folding.hpp"
#include "core/utf8.hpp"

#include <string>

namespace broadside::language {
namespace {

// The letters without their accents for U+00E0 to U+017F. By their code points, čeština would follow türkçe.
constexpr char32_t first_accented = U'\u00E0';
constexpr std::string_view unaccented = "aaaaaaaceeeeiiiidnooooo ouuuuyty"
                                        "aaaaaaccccccccddddeeeeeeeeeegggg"
                                        "gggghhhhiiiiiiiiiiiijjkkklllllll"
                                        "lllnnnnnnnnnoooooooorrrrrrssssss"
                                        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string sort_key(std::string_view name) {
  const std::string folded = unicode::fold_case(name);
  std::string key;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto [character, length] = first_character(rest);
    const bool is_accented = character >= first_accented && character - first_accented < unaccented.size();
    key += is_accented ? unaccented.substr(character - first_accented, 1) : rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return key;
}

} // namespace

bool precedes(std::string_view name, std::string_view other) { return sort_key(name) < sort_key(other); }

} // namespace broadside::language
