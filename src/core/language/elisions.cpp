#include "core/language/elisions.hpp"

#include "core/ascii.hpp"
#include "core/language_tag.hpp"

namespace broadside::language {

std::string_view elisions_of(std::string_view tag) {
  const std::string primary = lowered(primary_subtag(tag));
  if (primary == "en")
    return " n tis twas twere twill em til till cause cuz bout round neath nuff ";
  if (primary == "nl" || primary == "af")
    return " s t n k m r ns ";
  return {};
}

} // namespace broadside::language
