#pragma once

#include "publish/output/output.hpp"
#include "publish/output/site_file.hpp"
#include "publish/source/article_folder.hpp"

#include <vector>

namespace broadside::publish {

/// Writes the data that other pages embed. If an article is small, article.json has all its languages; otherwise it has
/// the default language alone, and each other language gets a file of its own (docs/publishing.md). Returns the files
/// that it has written. Faults: those of Output::write, and those of article::parse for data that the loader would
/// refuse.
std::vector<SiteFile> write_data(const ArticleFolder&, const Settings&, Output&, Faults&);

} // namespace broadside::publish
