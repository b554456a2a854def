#pragma once

#include "core/article/article.hpp"
#include "publish/faults/faults.hpp"
#include "publish/source/release.hpp"
#include "publish/source/settings.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace broadside::publish {

struct BuildOptions {
  /// A folder with broadside.yaml and content/ (docs/publishing.md).
  std::filesystem::path publisher;
  /// Where the site is made.
  std::filesystem::path out;
  SettingsOverrides overrides;
  /// The texts that are built beside the texts that are for readers now. Its `now` is the time of the build.
  Release release{.now = 0};
  /// Has the loader to copy into the site, for its pages to use.
  std::optional<std::filesystem::path> loader;
};

struct Built {
  std::size_t articles, pages, files;
  /// What was built, but is surely not what was meant.
  std::vector<Error> warnings;
  /// The texts that were not built.
  std::vector<Withheld> withheld;
  /// The files that were copied though no text names them.
  std::vector<std::filesystem::path> unnamed;
  /// The tags with which any page shows the first of the articles, as HTML; empty where there is no loader.
  std::string embedding;
};

/// Makes the site of everything that a publisher wrote: article.json and a page in each language, for every article.
/// Tells `progress` of every article that is done. With any fault, nothing is changed in `out`, and all faults are
/// returned; unwritable (the disk is full) may come when some files are in their place already.
tl::expected<Built, std::vector<Error>> build(const BuildOptions&,
                                              const std::function<void(const article::Article&)>& progress);

} // namespace broadside::publish
