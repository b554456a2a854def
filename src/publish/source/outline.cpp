#include "publish/source/outline.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

TextOutline outline_of_text(const article::Translation& translation) {
  TextOutline text{translation.language, translation.title,   translation.dek,
                   translation.modified, translation.authors, std::nullopt};
  if (translation.lead)
    text.lead = {translation.lead->src.text(), translation.lead->width, translation.lead->height};
  return text;
}

} // namespace

const TextOutline& ArticleOutline::find_or_default(const std::string& language) const {
  const auto find = [&](const std::string& wanted) {
    return std::find_if(texts.begin(), texts.end(), [&](const TextOutline& text) { return text.language == wanted; });
  };
  const auto found = find(language);
  return found == texts.end() ? *find(default_language) : *found;
}

ArticleOutline outline_of(const article::Article& article) {
  ArticleOutline outline{article.id, article.default_language, article.published, article.modified, {}};
  for (const article::Translation& translation : article.translations)
    outline.texts.push_back(outline_of_text(translation));
  return outline;
}

} // namespace broadside::publish
