#pragma once

#include <filesystem>
#include <vector>

#include <sys/types.h>

namespace broadside::server::store {

/// The files of an open database, and whether they are still those under their names. A program that has a file open
/// writes to it after it was removed or replaced, and nobody ever sees what it wrote.
class OpenFiles {
public:
  /// Knows none.
  OpenFiles() = default;
  /// Knows the database, its log and the log's index, as they are now: SQLite keeps all three while it has the first
  /// open in WAL mode.
  explicit OpenFiles(const std::filesystem::path& database);

  bool are_in_place() const;

  /// False where the file system has no room for some of the longest replies. Where a page still fits, a small writing
  /// proves nothing.
  bool have_room() const;

private:
  void note(const std::filesystem::path&);

  struct File {
    std::filesystem::path path;
    dev_t device;
    ino_t inode;
  };
  std::vector<File> files_;
};

} // namespace broadside::server::store
