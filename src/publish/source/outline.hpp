#pragma once

#include "core/article/article.hpp"

#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// A picture beside an entry in a list.
struct ListedPicture {
  /// The address, absolute.
  std::string src;
  std::optional<int> width, height;
};

/// The part of a text that lists, feeds and sitemaps need.
struct TextOutline {
  std::string language, title, dek;
  /// The date of the last change, or empty if not known.
  std::string modified;
  std::vector<std::string> authors;
  std::optional<ListedPicture> lead;
};

/// The part of an article that lists, feeds and sitemaps need, so that they can be made without the article's texts.
struct ArticleOutline {
  std::string id, default_language, published, modified;
  /// There is none if the article has no text for readers.
  std::vector<TextOutline> texts;

  /// Returns the text in that language, or else that in the article's default language.
  const TextOutline& find_or_default(const std::string& language) const;
};

ArticleOutline outline_of(const article::Article&);

} // namespace broadside::publish
