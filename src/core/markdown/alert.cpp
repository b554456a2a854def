#include "core/markdown/alert.hpp"

#include "core/ascii.hpp"
#include "core/lines.hpp"

#include <algorithm>

namespace broadside::markdown {

std::optional<Alert> read_alert(std::string_view line) {
  const auto marker = trimmed(line);
  if (!marker.starts_with("[!") || !marker.ends_with(']'))
    return std::nullopt;
  const auto* const found =
      std::find(alert_names.begin(), alert_names.end(), lowered(marker.substr(2, marker.size() - 3)));
  if (found == alert_names.end())
    return std::nullopt;
  return static_cast<Alert>(found - alert_names.begin());
}

} // namespace broadside::markdown
