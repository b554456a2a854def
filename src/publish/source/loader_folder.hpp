#pragma once

#include "publish/source/settings.hpp"

#include <string>
#include <vector>

namespace broadside::publish {

/// The folder of a site that contains its loaders. No article can have this name.
constexpr const char* loaders_folder = "broadside";

/// The browser's part of Broadside as web/build.ts makes it: broadside.js and the files that it loads.
struct LoaderFolder {
  std::filesystem::path path;
  /// The name of the folder in loaders_folder from which a site serves it: the version and a hash of all files.
  std::string name;
  /// The files that a site serves.
  std::vector<std::string> files;
  /// The integrity of broadside.js.
  std::string integrity;
};

/// Reads a folder's manifest.json. Faults: those of json::parse and json::Cursor, unreadable, malformed.
std::optional<LoaderFolder> read_loader_folder(const std::filesystem::path&, Faults&);

} // namespace broadside::publish
