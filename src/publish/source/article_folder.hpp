#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <vector>

namespace broadside::publish {

/// A folder content/<id>: an article in all its languages, with the files that it shows or links to.
struct ArticleFolder {
  std::filesystem::path path;
  article::Article article;
  /// What is copied beside article.json: paths in the folder.
  std::vector<std::filesystem::path> assets;
};

/// The folders of articles in content/, in the order of their names. What begins with a dot is passed over. Faults:
/// unreadable, no-articles.
std::vector<std::filesystem::path> find_article_folders(const std::filesystem::path& content, Faults&);

/// Reads one. Its languages are in the tags' order, but the default one is first. Nothing where there is a fault:
/// malformed, unreadable, no-translations, too-many-translations, conflict, and those of read_document.
std::optional<ArticleFolder> read_article_folder(const std::filesystem::path&, const Settings&, Faults&);

} // namespace broadside::publish
