#pragma once

#include "publish/built_article.hpp"
#include "publish/output/output.hpp"

#include <functional>
#include <memory>

namespace broadside::publish {

/// The choices for a site, wherever it is written.
struct SiteOptions {
  /// The folder with broadside.yaml and content/ (docs/publishing.md).
  std::filesystem::path publisher;
  SettingsOverrides overrides = {};
  /// The release names the texts that are built besides those that are for readers now. Its `now` is the time of the
  /// build.
  Release release{.now = 0};
  /// The folder with the loader, which is copied into the site and used by its pages.
  std::optional<std::filesystem::path> loader = {};
};

/// A publisher's settings and the folders of its articles.
struct Source {
  Settings settings;
  std::vector<std::filesystem::path> folders;
};

std::filesystem::path settings_file(const SiteOptions&);
std::filesystem::path content_folder(const SiteOptions&);

/// Returns nullopt if there is a fault: those of read_settings and find_article_folders.
std::optional<Source> read_source(const SiteOptions&, Faults&);

/// Copies the loader into the site, beside those of earlier builds, and has the site's pages load it from there.
/// Faults: those of read_loader_folder.
void use_loader(const SiteOptions&, Settings&, Output&, Faults&);

struct Built {
  std::size_t articles = 0, pages = 0;
  /// The number of files in the site, and of those among them that were written or removed.
  std::size_t files = 0, changed = 0;
  /// The warnings are about things that were built but are probably mistakes.
  std::vector<Fault> warnings;
  /// The texts that were not built.
  std::vector<Withheld> withheld;
  /// The files that were copied though no text names them.
  std::vector<std::filesystem::path> unnamed;
  /// The HTML that shows the first of the articles on any page. It is empty if there is no loader.
  std::string embedding;
};

/// Is told of each article that is made, in the order of their ids.
using Progress = std::function<void(const ArticleOutline&)>;

/// Gives what an article's folder makes of itself. Several threads may call it.
using ArticleBuilder = std::function<std::shared_ptr<const BuiltArticle>(const std::filesystem::path& folder)>;

/// Writes all files of a site but those of the loader and of headers. Texts are read and rendered by several threads at
/// once; faults come in the order of the articles all the same. Faults: those of the articles, and of Output.
Built write_site(const Source&, const Release&, const ArticleBuilder&, const Progress& progress, Output&, Faults&);

} // namespace broadside::publish
