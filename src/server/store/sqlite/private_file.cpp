#include "server/store/sqlite/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broadside::server::store {

void create_private(const std::filesystem::path& file) {
  // A file that is there must not be opened here: closing it would drop all locks that this process has on it (POSIX,
  // fcntl), and with them those of an open database.
  const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP);
  if (descriptor >= 0)
    ::close(descriptor);
}

} // namespace broadside::server::store
