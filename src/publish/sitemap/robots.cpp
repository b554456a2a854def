#include "publish/sitemap/robots.hpp"

#include "publish/source/addresses.hpp"

namespace broadside::publish {

std::optional<std::string> robots(const Settings& settings, const std::vector<std::string>& sitemaps) {
  if (site_path(settings) != "/")
    return std::nullopt;
  std::string text = "User-agent: *\nAllow: /\n\n";
  for (const std::string& sitemap : sitemaps)
    text.append("Sitemap: ").append(settings.url.text()).append(sitemap).append("\n");
  return text;
}

} // namespace broadside::publish
