#pragma once

#include "publish/faults/faults.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace broadside::publish {

/// A loader that some build has put into a site, and that hosts may name.
struct PublishedLoader {
  /// Its folder in broadside/: "0.1.0-3f2a9c01d4e8". Early builds had one alone, in broadside/ itself: "unversioned".
  std::string name;
  /// All of its files, below the site.
  std::vector<std::filesystem::path> files;
  std::uintmax_t bytes;
  /// When a build put it there.
  std::filesystem::file_time_type added;
  /// True where the site's own pages load it.
  bool is_in_use;
};

/// The loaders in a site, the latest first. Faults: not-ours, where no build made the folder; unreadable.
std::vector<PublishedLoader> loaders_in(const std::filesystem::path& site, Faults&);

/// Removes a loader's files, and its folder where that is empty then. Faults: unwritable.
void remove_loader(const std::filesystem::path& site, const PublishedLoader&, Faults&);

} // namespace broadside::publish
