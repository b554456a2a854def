#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>

namespace broadside::publish {

/// Waits for changes to the files of a publisher: broadside.yaml and everything in content/ that is not hidden. It
/// hears of files that an editor replaces, of renamed folders, and of files in folders that are new, by the kernel's
/// inotify.
class FolderWatch {
public:
  /// Errors: unwatchable, such as for a system that lets no more folders be watched.
  static tl::expected<FolderWatch, Error> open(const std::filesystem::path& publisher);
  FolderWatch(FolderWatch&&) noexcept;
  FolderWatch& operator=(FolderWatch&&) noexcept;
  ~FolderWatch();

  /// Returns true once files have changed and have rested for a moment, so that what a program writes in one go is one
  /// change. All folders that are there then are watched, so that no later change is missed. Returns false after
  /// stop().
  bool wait();
  /// It may be called from any thread.
  void stop();

private:
  class Descriptors;
  explicit FolderWatch(std::unique_ptr<Descriptors>);
  std::unique_ptr<Descriptors> descriptors_;
};

} // namespace broadside::publish
