#include "support/child_server.hpp"

#include "support/running_server.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace broadside::test {

namespace {

/// The port out of "Replies: http://127.0.0.1:PORT/v1/health".
std::uint16_t announced_port(int output) {
  FILE* stream = fdopen(output, "r");
  unsigned port = 0;
  const bool found = std::fscanf(stream, "Replies: http://127.0.0.1:%u/", &port) == 1;
  std::fclose(stream);
  if (!found)
    throw std::runtime_error("the child does not listen");
  return static_cast<std::uint16_t>(port);
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
  // What this program ignores for its tests' sake, a child would ignore too.
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
  port_ = announced_port(output[0]);
}

ChildServer::~ChildServer() {
  if (process_ > 0)
    end_by(SIGKILL);
}

int ChildServer::end_by(int signal) {
  kill(process_, signal);
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

std::size_t ChildServer::resident_bytes() const {
  std::ifstream numbers("/proc/" + std::to_string(process_) + "/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  numbers >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

int serve_in(const std::filesystem::path& folder) {
  auto options = options_in(folder);
  options.database_busy_timeout = std::chrono::milliseconds(100);
  return server::serve(options);
}

} // namespace broadside::test
