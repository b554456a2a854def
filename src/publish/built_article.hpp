#pragma once

#include "publish/output/site_file.hpp"
#include "publish/signing/key.hpp"
#include "publish/source/article_folder.hpp"

#include <optional>
#include <vector>

namespace broadside::publish {

/// The part of a site that comes of one article's folder.
struct BuiltArticle {
  /// nullopt if there is a fault in the folder.
  std::optional<ArticleFolder> folder;
  /// The data and the pages of the article. There are none if it has no text for readers.
  std::vector<SiteFile> files;
  Faults faults;
};

/// Reads a folder content/<id> and makes its part of the site, signed if there is a key. Faults: those of
/// read_article_folder, add_data and add_signature.
BuiltArticle build_article(const std::filesystem::path& folder, const Settings&, const Release&, const SigningKey* key);

} // namespace broadside::publish
