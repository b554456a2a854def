#include "support/child_server.hpp"

#include "support/running_server.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
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

ChildServer::ChildServer(const std::filesystem::path& folder) {
  int output[2];
  if (pipe(output) != 0)
    throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, output[0]);

  std::string program = "/proc/self/exe";
  std::string flag = serve_flag;
  std::string argument = folder.string();
  char* arguments[] = {program.data(), flag.data(), argument.data(), nullptr};
  const int failed = posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
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

int serve_in(const std::filesystem::path& folder) { return server::serve(options_in(folder)); }

} // namespace broadside::test
