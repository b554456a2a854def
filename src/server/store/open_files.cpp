#include "server/store/open_files.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace broadside::server::store {

OpenFiles::OpenFiles(const std::filesystem::path& database) {
  note(database);
  // SQLite makes them beside the file that a link leads to.
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

} // namespace broadside::server::store
