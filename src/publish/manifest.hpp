#pragma once

#include "publish/article_memory.hpp"
#include "publish/output/output_folder.hpp"

namespace broadside::publish {

/// A build keeps this in the folder of its site, so that the next one makes only what differs: the stamps of everything
/// that it read and wrote, and what it has to know of the articles that it does not read again.
struct Manifest {
  /// Everything that all files depend on: the program, the settings, the options.
  std::string base;
  /// The time of the build, in seconds since 1970-01-01T00:00:00Z, and its number.
  std::int64_t now = 0;
  std::uint64_t build = 0;
  FileTree content = {};
  ArticleMemory::Articles articles = {};
  OutputFolder::Kept files = {};
};

/// Reads the manifest of a site. It is empty if there is none, if it is damaged or of another program, or if its base
/// is not this one: then everything is made again.
Manifest read_manifest(const std::filesystem::path& site, const std::string& base);

/// Writes the manifest of a site. Without faults of the articles, it has all of them. Returns false if it cannot be
/// written.
bool write_manifest(const std::filesystem::path& site, const Manifest&);

} // namespace broadside::publish
