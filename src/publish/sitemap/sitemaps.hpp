#pragma once

#include "publish/output/site_file.hpp"
#include "publish/sitemap/news.hpp"
#include "publish/source/settings.hpp"
#include "publish/xml/xml_writer.hpp"

#include <vector>

namespace broadside::publish {

/// The sitemaps of a site (sitemaps.org), which tell search engines all of its pages. The page of each text names those
/// in all other languages and itself, as Google wants it, and with `x-default` the article's default one.
class Sitemaps {
public:
  /// `now` is the time of the build, in seconds since 1970-01-01T00:00:00Z.
  Sitemaps(const Settings&, std::int64_t now);

  void add(const article::Article&);
  /// Returns sitemap.xml with all pages or, if there are too many for one file, with the list of those that hold them;
  /// the one for news, if there are any; and robots.txt, if the site is at the root of its host.
  std::vector<SiteFile> take_files();

private:
  void begin_file();
  void end_file();
  void add_files_with_list(std::vector<SiteFile>&);
  void add_page(const std::string& url, std::optional<std::int64_t> modified, const article::Article*);

  const Settings& settings_;
  NewsSitemap news_;
  std::vector<std::string> files_;
  XmlWriter file_;
  std::size_t pages_in_file_ = 0;
};

} // namespace broadside::publish
