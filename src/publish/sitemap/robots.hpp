#pragma once

#include "publish/source/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

constexpr const char* robots_file = "robots.txt";

/// Returns robots.txt (RFC 9309), which allows everything and names the sitemaps. Returns nothing if the site is below
/// a path, since robots read the file only at the root of a host.
std::optional<std::string> robots(const Settings&, const std::vector<std::string>& sitemaps);

} // namespace broadside::publish
