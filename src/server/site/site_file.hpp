#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

namespace broadside::server {

/// The marks by which one state of a file differs from another: its identity, its size, and the times at which its
/// content and its inode were last changed. A program may set the first of these times as it likes, but not the second.
struct FileState {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0; // nanoseconds since 1970

  bool operator==(const FileState&) const = default;

  /// Returns false while the file could still change without a change of its state, since file systems count time in
  /// steps of up to two seconds.
  bool is_settled() const;
};

struct SiteFile {
  std::string text;
  FileState state; // the state before the text was read
};

/// Both functions report no_such_file_or_directory for everything that is not a regular file. They report another
/// error, such as too_many_files_open, if the file may be there but cannot be read.
tl::expected<FileState, std::errc> state_of(const std::filesystem::path&);
tl::expected<SiteFile, std::errc> read_site_file(const std::filesystem::path&);

} // namespace broadside::server
