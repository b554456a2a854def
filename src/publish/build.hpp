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
  /// The folder with broadside.yaml and content/ (docs/publishing.md).
  std::filesystem::path publisher;
  /// The folder in which the site is made.
  std::filesystem::path out;
  SettingsOverrides overrides;
  /// The release names the texts that are built besides those that are for readers now. Its `now` is the time of the
  /// build.
  Release release{.now = 0};
  /// The folder with the loader, which is copied into the site and used by its pages.
  std::optional<std::filesystem::path> loader;
  /// True if the build also writes the files that tell web servers which headers to send with the site.
  bool headers = false;
};

struct Built {
  std::size_t articles, pages, files;
  /// The warnings are about things that were built but are probably mistakes.
  std::vector<Fault> warnings;
  /// The texts that were not built.
  std::vector<Withheld> withheld;
  /// The files that were copied though no text names them.
  std::vector<std::filesystem::path> unnamed;
  /// The HTML that shows the first of the articles on any page. It is empty if there is no loader.
  std::string embedding;
};

/// Makes a site from a publisher's articles: article.json and one page in each language for every article. Calls
/// `progress` after each article. If there is any fault, `out` is left unchanged and all faults are returned; however,
/// unwritable (the disk is full) may occur after some files have been put in place.
tl::expected<Built, std::vector<Fault>> build(const BuildOptions&,
                                              const std::function<void(const article::Article&)>& progress);

} // namespace broadside::publish
