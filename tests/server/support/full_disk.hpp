#pragma once

#include <sys/resource.h>

#include <csignal>

namespace broadside::test {

/// While this object lives, no file of this process can grow, as if the disk were full.
class FullDisk {
public:
  FullDisk() {
    std::signal(SIGXFSZ, SIG_IGN); // the signal would end the process; so the write fails instead
    getrlimit(RLIMIT_FSIZE, &before_);
    set({1, before_.rlim_max});
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { set(before_); }

private:
  static void set(const rlimit& limit) { setrlimit(RLIMIT_FSIZE, &limit); }

  rlimit before_{};
};

} // namespace broadside::test
