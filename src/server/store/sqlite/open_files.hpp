#pragma once

#include <filesystem>
#include <vector>

#include <sys/types.h>

namespace broadside::server::store {

/// The files of an open database. They are compared with the files that have their names now: a program that has a file
/// open writes to it even after it was removed or replaced, and nobody ever sees what it wrote.
class OpenFiles {
public:
  /// Holds no files.
  OpenFiles() = default;
  /// Holds the database, its log and the log's index, as they are now. SQLite keeps all three while it has the database
  /// open in WAL mode.
  explicit OpenFiles(const std::filesystem::path& database);

  bool are_in_place() const;

  /// Returns false if the file system has no room for some of the longest replies. A small write proves nothing about
  /// that while a page still fits.
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
