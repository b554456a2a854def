#pragma once

#include "publish/source/settings.hpp"

#include <string>
#include <vector>

namespace broadside::publish {

/// The folder of a site in which its loaders lie. No article can have its name.
constexpr const char* loaders_folder = "broadside";

/// The browser's part of Broadside as web/build.ts makes it: broadside.js and what it loads.
struct LoaderFolder {
  std::filesystem::path path;
  /// The name of the folder where a site serves it, below loaders_folder: the version and a hash of all files.
  std::string name;
  /// Those that a site serves.
  std::vector<std::string> files;
  /// Of broadside.js.
  std::string integrity;
};

/// Reads a folder's manifest.json. Faults: those of json::parse and json::Cursor, unreadable, malformed.
std::optional<LoaderFolder> read_loader_folder(const std::filesystem::path&, Faults&);

} // namespace broadside::publish
