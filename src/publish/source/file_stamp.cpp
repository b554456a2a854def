#include "publish/source/file_stamp.hpp"

#include "publish/source/hidden.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t nanoseconds_of(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_from(const struct stat& status) {
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), nanoseconds_of(status.st_mtim),
          nanoseconds_of(status.st_ctim)};
}

/// Visits the folders in a folder.
class Walk {
public:
  std::vector<fs::path> folders;

  void visit(const fs::path& folder) {
    struct stat status {};
    if (stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || leads_back(status))
      return;
    folders.push_back(folder);
    open_.emplace_back(status.st_dev, status.st_ino);
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
      if (!is_hidden(entry->path()))
        visit(entry->path());
    open_.pop_back();
  }

private:
  bool leads_back(const struct stat& status) const {
    return std::find(open_.begin(), open_.end(), std::pair(status.st_dev, status.st_ino)) != open_.end();
  }

  /// The folders from the first one down to the one that is being visited.
  std::vector<std::pair<dev_t, ino_t>> open_;
};

} // namespace

std::optional<FileStatus> status_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0)
    return std::nullopt;
  return FileStatus{stamp_from(status), S_ISDIR(status.st_mode)};
}

std::optional<FileStamp> stamp_of(const fs::path& file) {
  const auto status = status_of(file.string());
  return status ? std::optional(status->stamp) : std::nullopt;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  Walk walk;
  walk.visit(folder);
  return std::move(walk.folders);
}

} // namespace broadside::publish
