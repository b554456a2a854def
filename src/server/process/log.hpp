#pragma once

#include <concepts>
#include <exception>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

/// The server's log, on standard error. Everything that the server logs goes through here, and nothing that a reader
/// has sent can. A line is made of log::Text, and a string becomes one only if the code declares whose text it is.
namespace broadside::server::log {

/// A piece of text that a line of the log may hold.
class Text {
public:
  /// Takes words of the program itself. A string that is known only when the program runs does not compile.
  template <std::size_t size> consteval Text(const char (&literal)[size]) : fixed_(literal, size - 1) {}
  template <std::integral Number> Text(Number number) : made_(std::to_string(number)) {}
  /// Takes the system's words for the code.
  Text(const std::error_code& code) : made_(code.message()) {}
  /// Takes the exception's type. Its message may quote what the program was working on.
  Text(const std::exception& exception);

  /// Takes a text that the operator or the publisher wrote (a path, an option, an article's id or a fault in its file),
  /// and makes it fit for one line. There is no such function for readers' words.
  static Text by_operator(std::string_view text);
  static Text by_publisher(std::string_view text);
  /// Takes a database's error code and its meaning, which hold nothing of the statement.
  static Text by_database(std::string_view text);

  std::string_view view() const { return made_ ? std::string_view(*made_) : fixed_; }

private:
  struct Made {
    std::string text;
  };
  explicit Text(Made made) : made_(std::move(made.text)) {}

  std::string_view fixed_;
  // GCC 12 cannot keep an empty string in a constant, but it can keep this.
  std::optional<std::string> made_;
};

/// Each of these functions writes one line of those parts, one after the other.
void info(std::initializer_list<Text> parts);
void warn(std::initializer_list<Text> parts);
void error(std::initializer_list<Text> parts);

/// Logs to standard error from here on. A line that cannot be written is lost: the server does not wait for a reader
/// that does not read, or has gone.
void start();

/// Logs nothing from here on.
void silence();

} // namespace broadside::server::log
