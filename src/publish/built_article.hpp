#pragma once

#include "publish/output/site_file.hpp"
#include "publish/signing/key.hpp"
#include "publish/source/article_folder.hpp"
#include "publish/source/outline.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace broadside::publish {

/// The part of a site that comes of one article's folder.
struct BuiltArticle {
  /// nullopt if there is a fault in the folder.
  std::optional<ArticleFolder> folder;
  ArticleOutline outline;
  /// The data and the pages of the article. There are none if it has no text for readers.
  std::vector<SiteFile> files;
  Faults faults;
  /// False if this is what a manifest keeps of the article: the files have names alone, and the folder's article has an
  /// id alone.
  bool is_whole = true;
  /// The number of the build that made it.
  std::uint64_t build = 0;
};

/// Reads a folder content/<id> and makes its part of the site, signed if there is a key. Faults: those of
/// read_article_folder, add_data and add_signature.
BuiltArticle build_article(const std::filesystem::path& folder, const Settings&, const Release&, const SigningKey* key);

/// Returns what has to be kept of an article in order to know when it must be made again, and to list it.
BuiltArticle without_texts(const BuiltArticle&);

} // namespace broadside::publish
