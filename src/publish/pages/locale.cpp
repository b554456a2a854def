#include "publish/pages/locale.hpp"

#include "core/language/lookup.hpp"

#include <algorithm>
#include <optional>

namespace broadside::publish {
namespace {

struct Region {
  std::string_view tag, region;
};

constexpr Region regions[] = {
#define REGION(tag, region) {tag, region},
#include "publish/pages/regions.def"
#undef REGION
};

std::optional<std::string> likely_region(std::string_view tag) {
  const auto* found =
      std::find_if(std::begin(regions), std::end(regions), [&](const auto& row) { return row.tag == tag; });
  return found == std::end(regions) ? std::nullopt : std::optional<std::string>(found->region);
}

// A territory has two letters in Open Graph; of the regions that have a number, only Latin America (419) has a code
// there.
std::optional<std::string> territory(std::string_view tag) {
  const auto region = language::region_of(tag);
  if (region.size() == 2)
    return std::string(region);
  return region == "419" ? "LA" : language::lookup(tag, likely_region);
}

} // namespace

std::string locale(std::string_view language) {
  const std::string tag = language::canonical(language);
  const std::string alone(language::primary_subtag(tag));
  const auto region = territory(tag);
  return region ? alone + "_" + *region : alone;
}

} // namespace broadside::publish
