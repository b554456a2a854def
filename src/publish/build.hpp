#pragma once

#include "publish/site.hpp"

#include <tl/expected.hpp>

namespace broadside::publish {

struct BuildOptions : SiteOptions {
  /// The folder in which the site is made.
  std::filesystem::path out;
  /// True if the build also writes the files that tell web servers which headers to send with the site.
  bool headers = false;
};

/// Makes a site from a publisher's articles: article.json and one page in each language for every article. A file whose
/// bytes stay the same is not touched, and an article of which no file has changed is not read: the folder keeps a
/// manifest of everything that the build has read and written. If there is any fault, `out` is left
/// unchanged and all faults are returned; however, unwritable (the disk is full) may occur after some files have been
/// put in place.
tl::expected<Built, std::vector<Fault>> build(const BuildOptions&, const Progress& progress);

} // namespace broadside::publish
