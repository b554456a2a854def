#pragma once

#include <sched.h>
#include <sys/mount.h>

#include <filesystem>
#include <string>

namespace broadside::test {

/// A file system of a given size in a folder, which only this process and its children see.
class SmallDisk {
public:
  explicit SmallDisk(const std::filesystem::path& folder) : folder_(folder) {
    std::filesystem::create_directories(folder);
    exists_ = unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
              resize("400k", 0);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (exists_)
      umount2(folder_.c_str(), MNT_DETACH);
  }

  /// Returns false if this process may not mount anything.
  explicit operator bool() const { return exists_; }

  bool resize(const char* size) const { return resize(size, MS_REMOUNT); }

private:
  bool resize(const std::string& size, unsigned long flags) const {
    return mount("none", folder_.c_str(), "tmpfs", flags, ("size=" + size).c_str()) == 0;
  }

  std::filesystem::path folder_;
  bool exists_ = false;
};

} // namespace broadside::test
