#pragma once

#include "publish/output/output.hpp"
#include "publish/source/outline.hpp"
#include "publish/source/settings.hpp"

#include <vector>

namespace broadside::publish {

/// The folder of the site with the pages of earlier articles.
constexpr const char* pages_folder = "page";

/// The number of articles on a page of earlier articles. The first page has up to twice as many, less one.
constexpr std::size_t articles_on_page = 20;

/// Writes the site's list of articles, the latest first: the first page, and page/N/ for earlier articles. These are
/// numbered from the oldest, so that each stays as it is when articles are added, but for the link to the next newer
/// one.
void write_index_pages(std::vector<const ArticleOutline*>, const Settings&, Output&);

} // namespace broadside::publish
