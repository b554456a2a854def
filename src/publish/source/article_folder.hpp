#pragma once

#include "core/article/article.hpp"
#include "publish/source/release.hpp"
#include "publish/source/settings.hpp"
#include "publish/source/text_link.hpp"

#include <set>
#include <vector>

namespace broadside::publish {

/// A folder content/<id>: an article in all its languages, with the files that it shows or links to.
struct ArticleFolder {
  std::filesystem::path path;
  /// Without translations, and with nothing but its id, where none of its texts is for readers now.
  article::Article article;
  std::vector<Withheld> withheld;
  /// The files in content/ that its texts name, but for those withheld.
  std::set<std::filesystem::path> names;
  /// The links from its texts to texts of articles, but for those from texts withheld.
  std::vector<TextLink> links;
  /// All files beside the texts: paths in the folder.
  std::vector<std::filesystem::path> assets;
};

/// The folders of articles in content/, in the order of their names. Hidden ones are passed over. Faults: unreadable,
/// no-articles, broken-link.
std::vector<std::filesystem::path> find_article_folders(const std::filesystem::path& content, Faults&);

/// Reads one. Its languages are in the tags' order, but the default one is first. Nothing where there is a fault:
/// malformed, conflict, unreadable, no-translations, too-many-translations, broken-link, link-loop, and those of
/// read_document in texts that are not withheld.
std::optional<ArticleFolder> read_article_folder(const std::filesystem::path&, const Settings&, const Release&,
                                                 Faults&);

} // namespace broadside::publish
