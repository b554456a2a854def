#pragma once

#include "publish/output/site_file.hpp"
#include "publish/source/article_folder.hpp"

namespace broadside::publish {

/// Adds the files that other pages embed. If an article is small, article.json has all its languages; otherwise it has
/// the default language alone, and each other language gets a file of its own (docs/publishing.md). Faults: those of
/// article::parse for data that the loader would refuse.
void add_data(const ArticleFolder&, const Settings&, std::vector<SiteFile>&, Faults&);

} // namespace broadside::publish
