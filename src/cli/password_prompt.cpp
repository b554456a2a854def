#include "cli/password_prompt.hpp"

#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <optional>

namespace broadside::cli {
namespace {

termios shown; // the terminal's settings before it was silenced

/// Somebody who interrupts the command must see again what is typed.
extern "C" void end_shown(int signal) {
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// While this object lives, the terminal does not show what is typed.
class Silence {
public:
  Silence() {
    tcgetattr(STDIN_FILENO, &shown);
    std::signal(SIGINT, end_shown);
    std::signal(SIGTERM, end_shown);
    termios silent = shown;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown); }
};

std::optional<std::string> read_line() {
  std::string line;
  if (!std::getline(std::cin, line))
    return std::nullopt;
  if (line.ends_with('\r'))
    line.pop_back();
  return line;
}

std::optional<std::string> ask(const char* question) {
  std::cerr << question << std::flush;
  auto line = read_line();
  std::cerr << "\n";
  return line;
}

} // namespace

tl::expected<std::string, Error> ask_for_new_password() {
  const bool is_terminal = isatty(STDIN_FILENO) == 1;
  std::optional<Silence> silence;
  if (is_terminal)
    silence.emplace();
  auto password = is_terminal ? ask("New password: ") : read_line();
  if (!password)
    return tl::unexpected(Error{"password-missing", "password", "Standard input ended before there was one."});
  if (is_terminal && ask("The same again: ") != password)
    return tl::unexpected(Error{"passwords-differ", "password", "The two are not the same. Nothing was changed."});
  return *std::move(password);
}

} // namespace broadside::cli
