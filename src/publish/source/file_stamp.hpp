#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// The marks by which one state of a file differs from another: its identity, its size, and the times at which its
/// content and its inode were last changed.
struct FileStamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0; // nanoseconds since 1970

  bool operator==(const FileStamp&) const = default;
};

/// The stamp of a file or folder. A symbolic link counts as what it leads to.
struct FileStatus {
  FileStamp stamp;
  bool is_folder;
};

/// Returns nullopt if there is no such file.
std::optional<FileStatus> status_of(const std::string& path);

/// Returns nullopt if there is no such file.
std::optional<FileStamp> stamp_of(const std::filesystem::path&);

/// Returns the folder and its subfolders, as far as read_file_tree() looks into them.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& folder);

} // namespace broadside::publish
