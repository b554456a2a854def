#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>
#include <vector>

namespace broadside::publish {

/// What the list of articles says of one.
struct IndexEntry {
  std::string id, language, title, dek, published;
};

/// Of the article in the language, or else in its default one.
IndexEntry index_entry(const article::Article&, const std::string& language);

/// The site's first page, as HTML: a list of its articles, the latest first.
std::string index_page(std::vector<IndexEntry>, const Settings&);

} // namespace broadside::publish
