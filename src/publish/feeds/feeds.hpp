#pragma once

#include "pages/markup.hpp"
#include "publish/feeds/latest.hpp"
#include "publish/output/site_file.hpp"
#include "publish/source/settings.hpp"

#include <map>
#include <string>
#include <vector>

namespace broadside::publish {

/// The feeds of a site: one set for all of it, in which each article is in the site's default language or else its own,
/// and one for each language. A set is a feed as RSS, as Atom and as JSON Feed.
class Feeds {
public:
  explicit Feeds(const Settings& settings) : settings_(settings) {}

  void add(const article::Article&);
  std::vector<SiteFile> files() const;

private:
  const Settings& settings_;
  Latest site_;
  std::map<std::string, Latest> by_language_;
};

/// Returns the `link` elements that lead from a page to the site's feeds.
pages::Markup links_to_site_feeds(const Settings&);

/// Returns the `link` elements that lead from a page in a language to its feeds, those in that language first.
pages::Markup links_to_feeds(const Settings&, const std::string& language);

} // namespace broadside::publish
