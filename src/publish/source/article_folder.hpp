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
  /// If no text is for readers now, the article has no translations and nothing but its id.
  article::Article article;
  std::vector<Withheld> withheld;
  /// The files in content/ that its texts name; withheld texts do not count.
  std::set<std::filesystem::path> names;
  /// The links from its texts to texts of articles; withheld texts do not count.
  std::vector<TextLink> links;
  /// All files besides the texts, as paths relative to the folder.
  std::vector<std::filesystem::path> assets;
  /// The time, in seconds since 1970-01-01T00:00:00Z, from which the same files make another article, because a date in
  /// them is not to come any more. It is nullopt if there is no such date.
  std::optional<std::int64_t> changes_at = {};
};

/// Returns the folders of articles in content/, sorted by name. Hidden folders are skipped. Faults: unreadable,
/// no-articles, broken-link.
std::vector<std::filesystem::path> find_article_folders(const std::filesystem::path& content, Faults&);

/// Reads an article's folder. The languages are sorted by tag, except that the default one is first. Returns nullopt if
/// there is a fault: malformed, conflict, unreadable, no-translations, too-many-translations, broken-link, link-loop,
/// and those of read_document in texts that are not withheld.
std::optional<ArticleFolder> read_article_folder(const std::filesystem::path&, const Settings&, const Release&,
                                                 Faults&);

} // namespace broadside::publish
