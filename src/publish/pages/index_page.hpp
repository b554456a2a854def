#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// An article's entry in the list of articles.
struct IndexEntry {
  std::string id, language, title, dek, published;
  std::vector<std::string> authors;
  std::optional<article::Picture> lead;
  /// The tags of the other languages in which there is a page.
  std::vector<std::string> others;
};

/// Returns the entry of an article in the language, or else in the article's default language.
IndexEntry index_entry(const article::Article&, const std::string& language);

/// Returns the site's first page, as HTML: a list of its articles, the latest first.
std::string index_page(std::vector<IndexEntry>, const Settings&);

} // namespace broadside::publish
