#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

namespace broadside::server {

/// The marks by which one state of a file differs from another: which file it is, its size, and when its content and
/// its inode were last changed. A program may set the second time as it likes, but not the third.
struct FileState {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0; // nanoseconds since 1970

  bool operator==(const FileState&) const = default;

  /// False while the file could change once more and its state stay the same, since file systems count time in steps:
  /// of two seconds at most.
  bool is_settled() const;
};

struct SiteFile {
  std::string text;
  FileState state; // as it was before the text was read
};

/// Both name as no_such_file_or_directory whatever is no regular file, and anything else that keeps the file from being
/// read as what it is, such as too_many_files_open: then it may be there.
tl::expected<FileState, std::errc> state_of(const std::filesystem::path&);
tl::expected<SiteFile, std::errc> read_site_file(const std::filesystem::path&);

} // namespace broadside::server
