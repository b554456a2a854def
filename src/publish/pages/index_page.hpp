#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>
#include <vector>

namespace broadside::publish {

/// An article's entry in the list of articles.
struct IndexEntry {
  std::string id, language, title, dek, published;
};

/// Returns the entry of an article in the language, or else in the article's default language.
IndexEntry index_entry(const article::Article&, const std::string& language);

/// Returns the site's first page, as HTML: a list of its articles, the latest first.
std::string index_page(std::vector<IndexEntry>, const Settings&);

} // namespace broadside::publish
