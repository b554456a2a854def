#include "server/process/log.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <climits>
#include <memory>
#include <mutex>
#include <typeinfo>

#include <boost/core/demangle.hpp>

#include <poll.h>
#include <unistd.h>

namespace broadside::server::log {

namespace {

class StandardError final : public spdlog::sinks::base_sink<std::mutex> {
private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    // A pipe that poll() calls writable takes as much as this without waiting (pipe(7)).
    if (line.size() > PIPE_BUF) {
      line.resize(PIPE_BUF);
      line[PIPE_BUF - 1] = '\n';
    }
    pollfd ready{STDERR_FILENO, POLLOUT, 0};
    if (poll(&ready, 1, 0) != 1 || (ready.revents & POLLOUT) == 0)
      return;
    // Nothing could be done about a failure, because this is the function that reports failures.
    [[maybe_unused]] const auto written = write(STDERR_FILENO, line.data(), line.size());
  }
  void flush_() override {}
};

std::string on_one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      c = '?';
  return line;
}

void write_line(spdlog::level::level_enum level, std::initializer_list<Text> parts) {
  std::string line;
  for (const Text& part : parts)
    line += part.view();
  spdlog::log(level, "{}", line);
}

} // namespace

Text::Text(const std::exception& exception) : made_(boost::core::demangle(typeid(exception).name())) {}

Text Text::by_operator(std::string_view text) { return Text(Made{on_one_line(text)}); }
Text Text::by_publisher(std::string_view text) { return Text(Made{on_one_line(text)}); }
Text Text::by_database(std::string_view text) { return Text(Made{on_one_line(text)}); }

void info(std::initializer_list<Text> parts) { write_line(spdlog::level::info, parts); }
void warn(std::initializer_list<Text> parts) { write_line(spdlog::level::warn, parts); }
void error(std::initializer_list<Text> parts) { write_line(spdlog::level::err, parts); }

void start() {
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("replies", std::make_shared<StandardError>()));
}

void silence() { spdlog::set_level(spdlog::level::off); }

} // namespace broadside::server::log
