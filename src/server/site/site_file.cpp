#include "server/site/site_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>

namespace broadside::server {

namespace {

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

std::errc fault(int number) {
  const bool is_missing = number == ENOENT || number == ENOTDIR || number == ENAMETOOLONG;
  return is_missing ? std::errc::no_such_file_or_directory : static_cast<std::errc>(number);
}

tl::expected<FileState, std::errc> state_from(const struct stat& status) {
  if (!S_ISREG(status.st_mode))
    return tl::unexpected(std::errc::no_such_file_or_directory);
  return FileState{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                   nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0)
      close(number_);
  }
  int number() const { return number_; }

private:
  int number_;
};

} // namespace

bool FileState::is_settled() const {
  constexpr std::int64_t longest_step = 2'000'000'000;
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now) - changed > longest_step;
}

tl::expected<FileState, std::errc> state_of(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0)
    return tl::unexpected(fault(errno));
  return state_from(status);
}

tl::expected<SiteFile, std::errc> read_site_file(const std::filesystem::path& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0)
    return tl::unexpected(fault(errno));
  const auto state = state_from(status);
  if (!state)
    return tl::unexpected(state.error());

  SiteFile read{{}, *state};
  read.text.reserve(state->size);
  std::array<char, 64 * 1024> part{};
  for (;;) {
    const auto length = ::read(file.number(), part.data(), part.size());
    if (length == 0)
      return read;
    if (length > 0)
      read.text.append(part.data(), static_cast<std::size_t>(length));
    else if (errno != EINTR)
      return tl::unexpected(fault(errno));
  }
}

} // namespace broadside::server
