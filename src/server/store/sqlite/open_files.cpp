#include "server/store/sqlite/open_files.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cstdint>

namespace broadside::server::store {

OpenFiles::OpenFiles(const std::filesystem::path& database) {
  note(database);
  // If the database is a symbolic link, SQLite makes the other files beside the file to which it leads.
  const auto file = std::filesystem::canonical(database);
  for (const char* suffix : {"-wal", "-shm"})
    note(std::filesystem::path(file) += suffix);
}

void OpenFiles::note(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0)
    files_.push_back({path, status.st_dev, status.st_ino});
}

bool OpenFiles::are_in_place() const {
  return std::all_of(files_.begin(), files_.end(), [](const File& file) {
    struct stat status {};
    return stat(file.path.c_str(), &status) == 0 && status.st_dev == file.device && status.st_ino == file.inode;
  });
}

bool OpenFiles::have_room() const {
  constexpr std::uint64_t needed = 1024 * 1024;
  struct statvfs status {};
  // Some file systems do not know their sizes.
  if (files_.empty() || statvfs(files_.front().path.c_str(), &status) != 0 || status.f_blocks == 0)
    return true;
  return std::uint64_t{status.f_bavail} * status.f_frsize >= needed;
}

} // namespace broadside::server::store
