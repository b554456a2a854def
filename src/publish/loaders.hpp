#pragma once

#include "publish/faults/faults.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace broadside::publish {

/// A loader that a build has put into a site, and that host pages may name.
struct PublishedLoader {
  /// The name of its folder in broadside/, such as "0.1.0-3f2a9c01d4e8". Early builds kept a single loader in
  /// broadside/ itself; its name is "unversioned".
  std::string name;
  /// The paths of all its files, relative to the site.
  std::vector<std::filesystem::path> files;
  std::uintmax_t bytes;
  /// The time at which a build added it.
  std::filesystem::file_time_type added;
  /// The loader is in use if the site's own pages load it.
  bool is_in_use;
};

/// Returns the loaders in a site, the latest first. Faults: not-ours if no build made the folder; unreadable.
std::vector<PublishedLoader> loaders_in(const std::filesystem::path& site, Faults&);

/// Removes a loader's files, and its folder if that is then empty. Faults: unwritable.
void remove_loader(const std::filesystem::path& site, const PublishedLoader&, Faults&);

} // namespace broadside::publish
