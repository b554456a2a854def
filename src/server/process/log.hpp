#pragma once

#include <concepts>
#include <exception>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

/// The server's log, on standard error. Everything that the server logs goes through here, and nothing that a reader
/// sent can: a line is made of log::Text, and no string becomes one without being declared to be somebody else's.
namespace broadside::server::log {

/// A piece of text that a line of the log may hold.
class Text {
public:
  /// Words that stand in the program. A string that is only known when the program runs does not compile.
  template <std::size_t size> consteval Text(const char (&literal)[size]) : fixed_(literal, size - 1) {}
  template <std::integral Number> Text(Number number) : made_(std::to_string(number)) {}
  /// The system's words for the code.
  Text(const std::error_code& code) : made_(code.message()) {}
  /// The exception's type. What it says may quote what the program was working on.
  Text(const std::exception& exception);

  /// A text that the operator or the publisher wrote (a path, an option, an article's id or a fault in its file), made
  /// fit for one line. Readers' words have no way to be declared.
  static Text by_operator(std::string_view text);
  static Text by_publisher(std::string_view text);
  /// A code of the database's and what the code means: nothing that a statement held.
  static Text by_database(std::string_view text);

  std::string_view view() const { return made_ ? std::string_view(*made_) : fixed_; }

private:
  struct Made {
    std::string text;
  };
  explicit Text(Made made) : made_(std::move(made.text)) {}

  std::string_view fixed_;
  std::optional<std::string> made_; // not an empty string, which no constant can hold in GCC 12
};

/// Each writes one line, of its parts one after the other.
void info(std::initializer_list<Text> parts);
void warn(std::initializer_list<Text> parts);
void error(std::initializer_list<Text> parts);

/// Logs to standard error from here on. A line that cannot be written is lost: nobody waits for a reader that does not
/// read, or is gone.
void start();

/// Logs nothing from here on.
void silence();

} // namespace broadside::server::log
