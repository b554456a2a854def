#include "support/child_server.hpp"

#include "support/running_server.hpp"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace broadside::test {

namespace {

/// A server that hangs fails its test, and does not delay the others for ever. A sanitizer makes starting slow.
constexpr std::chrono::milliseconds patience{60'000};

bool is_ready(int descriptor) {
  pollfd waiting{descriptor, POLLIN, 0};
  return poll(&waiting, 1, static_cast<int>(patience.count())) == 1;
}

/// Returns what the child writes up to the end of its first line, or until it ends or hangs.
std::string first_line(int output) {
  std::string line;
  char byte{};
  while (is_ready(output) && read(output, &byte, 1) == 1 && byte != '\n')
    line += byte;
  close(output);
  return line;
}

/// Returns the port in "Replies: http://127.0.0.1:PORT/v1/health", or 0 if there is none.
std::uint16_t announced_port(const std::string& line) {
  unsigned port = 0;
  std::sscanf(line.c_str(), "Replies: http://127.0.0.1:%u/", &port);
  return static_cast<std::uint16_t>(port);
}

/// Returns the system call that each thread of a process is in, as proc(5) gives it in `syscall`: one line for each.
std::string calls_under_way(pid_t process) {
  std::ostringstream calls;
  const auto threads = std::filesystem::path("/proc") / std::to_string(process) / "task";
  std::error_code gone;
  for (const auto& thread : std::filesystem::directory_iterator(threads, gone))
    calls << std::ifstream(thread.path() / "syscall").rdbuf();
  return calls.str();
}

} // namespace

ChildServer::ChildServer(const std::filesystem::path& folder, const std::string& before) : folder_(folder) {
  int output[2];
  if (pipe(output) != 0)
    throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, output[0]);
  // The child would inherit the ignored signals of this program, which ignores them for its tests.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGXFSZ);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  std::string shell = "sh";
  std::string option = "-c";
  std::string script = "exec 2>>\"$1/log\"; " + before + "; exec \"$0\" " + serve_flag + " \"$1\"";
  std::string program = std::filesystem::read_symlink("/proc/self/exe").string();
  std::string argument = folder.string();
  char* arguments[] = {shell.data(), option.data(), script.data(), program.data(), argument.data(), nullptr};
  const int failed = posix_spawn(&process_, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(output[1]);
  if (failed != 0)
    throw std::runtime_error("no child can be started");
  port_ = announced_port(first_line(output[0]));
  if (port_ == 0) {
    const auto report = report_of_hanging("does not listen");
    end_by(SIGKILL);
    throw std::runtime_error(report);
  }
}

ChildServer::~ChildServer() {
  if (process_ <= 0)
    return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

int ChildServer::end_by(int signal) {
  const auto end = static_cast<int>(syscall(SYS_pidfd_open, process_, 0));
  kill(process_, signal);
  const bool has_ended = is_ready(end);
  close(end);
  if (!has_ended)
    throw std::runtime_error(report_of_hanging("does not end"));
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return status;
}

std::string ChildServer::log() const {
  std::ostringstream text;
  text << std::ifstream(folder_ / "log").rdbuf();
  return text.str();
}

std::string ChildServer::report_of_hanging(const std::string& what) const {
  return "The child " + what + ". Its log:\n" + log() + "Its threads' system calls:\n" + calls_under_way(process_);
}

std::size_t ChildServer::resident_bytes() const {
  std::ifstream numbers("/proc/" + std::to_string(process_) + "/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  numbers >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

int serve_in(const std::filesystem::path& folder) {
  auto options = options_in(folder);
  if (std::ifstream named(folder / database_file); named)
    std::getline(named, options.database);
  options.database_busy_timeout = std::chrono::milliseconds(100);
  return server::serve(options);
}

} // namespace broadside::test
