#pragma once

#include "pages/markup.hpp"
#include "publish/feeds/latest.hpp"
#include "publish/output/output.hpp"
#include "publish/source/outline.hpp"
#include "publish/source/settings.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace broadside::publish {

/// Gives an article with its texts, by its id. Returns null if there is a fault in it.
using ArticleReader = std::function<std::shared_ptr<const article::Article>(const std::string& id)>;

/// The feeds of a site: one set for all of it, in which each article is in the site's default language or else its own,
/// and one for each language. A set is a feed as RSS, as Atom and as JSON Feed.
class Feeds {
public:
  explicit Feeds(const Settings& settings) : settings_(settings) {}

  /// `build` is the number of the build in which the article was made.
  void add(const ArticleOutline&, std::uint64_t build);
  /// Writes the feeds, but for those that the last build has written of the same texts.
  void write(const ArticleReader&, Output&) const;

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
