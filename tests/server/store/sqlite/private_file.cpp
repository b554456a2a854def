#include "server/store/sqlite/private_file.hpp"

#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace broadside::server::store;
using namespace broadside::test;

namespace {

/// Returns whether another process finds a lock on the file.
bool is_locked(const std::filesystem::path& file) {
  const auto child = fork();
  if (child == 0) {
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    const int descriptor = open(file.c_str(), O_RDWR);
    fcntl(descriptor, F_GETLK, &lock);
    _exit(lock.l_type == F_UNLCK ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status) == 1;
}

} // namespace

TEST_CASE("A file that is made is for its owner and group, and one that is there keeps its mode") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  create_private(file);
  const auto mode = [&] { return static_cast<unsigned>(std::filesystem::status(file).permissions()); };
  CHECK((mode() & 0137U) == 0);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  create_private(file);
  CHECK(mode() == 0400);
}

TEST_CASE("A database that is open keeps its locks when its file is to be made again") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "replies.sqlite";
  create_private(file);
  const int descriptor = open(file.c_str(), O_RDWR);
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  REQUIRE(fcntl(descriptor, F_SETLK, &lock) == 0);
  REQUIRE(is_locked(file));
  create_private(file);
  CHECK(is_locked(file));
  close(descriptor);
}
