#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <sys/types.h>

namespace broadside::test {

/// A server in a process of its own: this very program, started again with --serve (see main.cpp). It logs into the
/// file `log` in its folder.
class ChildServer {
public:
  /// Returns when it listens, and throws if it does not within a minute. A shell in its process runs `before` first,
  /// such as "ulimit -n 64" or another redirection; "$1" is the folder.
  explicit ChildServer(const std::filesystem::path& folder, const std::string& before = ":");
  ChildServer(const ChildServer&) = delete;
  ChildServer& operator=(const ChildServer&) = delete;
  /// Kills the process if it has not ended.
  ~ChildServer();

  std::uint16_t port() const { return port_; }
  pid_t process() const { return process_; }
  std::string log() const;
  /// Returns the memory that it has now, in bytes.
  std::size_t resident_bytes() const;

  /// Sends the signal and waits for the end. Returns the status of waitpid. Throws if the process goes on for a minute.
  int end_by(int signal);

private:
  std::string report_of_hanging(const std::string& what) const;

  std::filesystem::path folder_;
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

constexpr auto serve_flag = "--serve";

/// The file in the folder that names the database, if it is not an SQLite file in the folder.
constexpr auto database_file = "database";

/// Runs in the child: serves what is in the folder until a signal comes.
int serve_in(const std::filesystem::path& folder);

} // namespace broadside::test
