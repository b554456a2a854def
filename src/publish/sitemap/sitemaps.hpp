#pragma once

#include "publish/output/output.hpp"
#include "publish/output/site_file.hpp"
#include "publish/sitemap/news.hpp"
#include "publish/source/outline.hpp"
#include "publish/source/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// The sitemaps of a site (sitemaps.org), which tell search engines all of its pages. The page of each text names those
/// in all other languages and itself, as Google wants it, and with `x-default` the article's default one. The outlines
/// that are added have to stay until everything is written.
class Sitemaps {
public:
  /// `now` is the time of the build, in seconds since 1970-01-01T00:00:00Z.
  Sitemaps(const Settings&, std::int64_t now);

  void add(const ArticleOutline&);
  /// Writes sitemap.xml with all pages or, if there are too many for one file, with the list of those that hold them;
  /// the one for news, if there are any; and robots.txt, if the site is at the root of its host and has none of the
  /// publisher's own. Files that the last build has written of the same pages stay.
  void write(Output&);

private:
  struct Page {
    std::string url;
    std::optional<std::int64_t> modified;
    /// null for the site's first page
    const ArticleOutline* article;
  };

  std::string key() const;
  std::vector<SiteFile> files() const;
  void write_pages(Output&) const;

  const Settings& settings_;
  NewsSitemap news_;
  std::vector<Page> pages_;
};

} // namespace broadside::publish
