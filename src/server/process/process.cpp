#include "server/process/process.hpp"

#include "server/process/log.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>

namespace broadside::server {

namespace {

void ignore_signals_that_are_errors() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

void open_standard_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(descriptor, F_GETFD) < 0) [[maybe_unused]]
      const int opened = open("/dev/null", O_RDWR); // it gets the lowest free number, which is this one
}

void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

[[noreturn]] void end_silently() {
  try {
    if (const auto exception = std::current_exception())
      std::rethrow_exception(exception);
    log::error({"The program ends because of an internal error"});
  } catch (const std::exception& exception) {
    log::error({"The program ends because of an internal error: ", exception});
  } catch (...) {
    log::error({"The program ends because of an internal error of unknown type"});
  }
  std::abort();
}

/// glibc gives memory at the heap's top back to the system as soon as 128 KB are free there, and asks for it again with
/// the next batch of requests, which costs two system calls each time. So 16 MB are kept.
void keep_freed_memory() { mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024); }

} // namespace

void prepare_process() {
  ignore_signals_that_are_errors();
  open_standard_descriptors();
  raise_descriptor_limit();
  std::set_terminate(end_silently);
  keep_freed_memory();
}

std::size_t room_for_connections() {
  // Each resting connection costs some 6 KB of this process's memory (docs/measurements.md), so that these cost 200 MB.
  constexpr std::size_t most = 32'768;
  // The database has 21 files open for seven connections, and the four workers read files of the site.
  constexpr std::size_t reserve = 64;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
    return 1024 - reserve;
  const auto files = static_cast<std::size_t>(std::min<rlim_t>(limit.rlim_cur, most + reserve));
  // Some connections must be possible even if the limit is very low.
  return files >= 2 * reserve ? files - reserve : std::max<std::size_t>(1, files / 4);
}

} // namespace broadside::server
