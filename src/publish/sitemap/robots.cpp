#include "publish/sitemap/robots.hpp"

namespace broadside::publish {

std::optional<std::string> robots(const Settings& settings, const std::vector<std::string>& sitemaps) {
  const std::string& site = settings.url.text();
  if (site.find('/', site.find("//") + 2) != site.size() - 1)
    return std::nullopt;
  std::string text = "User-agent: *\nAllow: /\n\n";
  for (const std::string& sitemap : sitemaps)
    text.append("Sitemap: ").append(site).append(sitemap).append("\n");
  return text;
}

} // namespace broadside::publish
