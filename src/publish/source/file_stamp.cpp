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

/// Visits the files and folders in a folder.
class Walk {
public:
  std::map<fs::path, FileStamp> files;
  std::vector<fs::path> folders;

  void visit(const fs::path& folder) {
    struct stat status {};
    if (stat(folder.c_str(), &status) != 0 || leads_back(status))
      return;
    folders.push_back(folder);
    open_.emplace_back(status.st_dev, status.st_ino);
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
      take(entry->path());
    open_.pop_back();
  }

private:
  void take(const fs::path& entry) {
    struct stat status {};
    if (is_hidden(entry) || stat(entry.c_str(), &status) != 0)
      return;
    if (S_ISDIR(status.st_mode))
      visit(entry);
    else
      files.emplace(entry, stamp_from(status));
  }

  bool leads_back(const struct stat& status) const {
    return std::find(open_.begin(), open_.end(), std::pair(status.st_dev, status.st_ino)) != open_.end();
  }

  /// The folders from the first one down to the one that is being visited.
  std::vector<std::pair<dev_t, ino_t>> open_;
};

} // namespace

std::optional<FileStamp> stamp_of(const fs::path& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 ? std::optional(stamp_from(status)) : std::nullopt;
}

std::map<fs::path, FileStamp> stamps_in(const fs::path& folder) {
  Walk walk;
  walk.visit(folder);
  return std::move(walk.files);
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  Walk walk;
  walk.visit(folder);
  return std::move(walk.folders);
}

} // namespace broadside::publish
