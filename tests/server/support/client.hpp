#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::test {

struct Answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;

  std::string field(std::string_view name) const;
};

enum class Expecting { body, head_only };

/// One connection to a server on this machine, which sends exactly the given bytes.
class Client {
public:
  struct Options {
    const char* source = "127.0.0.1"; // any address of 127.0.0.0/8
    int receive_buffer = 0;           // in bytes; 0 stands for the system's choice
  };
  explicit Client(std::uint16_t port) : Client(port, Options()) {}
  Client(std::uint16_t port, const Options&);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// Returns true if the server took all of them.
  bool send(std::string_view bytes);

  /// Returns nothing if the server ends the connection, or sends nothing for so long.
  std::optional<Answer> receive(Expecting = Expecting::body,
                                std::chrono::milliseconds patience = std::chrono::seconds(20));

  /// Returns whether the server ends the connection within that time, and sends nothing more before.
  bool is_ended_by_server();

  /// Returns whether the server has sent something, or has ended the connection, within that time.
  bool has_heard(std::chrono::milliseconds patience = std::chrono::seconds(20)) const;

  /// Takes at most so many of the bytes that have come, and drops them. Returns how many they were; 0 at the
  /// connection's end.
  std::size_t drop(std::size_t at_most);

  /// Closes the sending side.
  void end_sending();

  /// Makes the connection end with a reset.
  void reset_on_close();

private:
  bool read_more(std::chrono::milliseconds patience);

  int socket_;
  std::string received_;
};

/// Returns whether a program listens at this port of this machine.
bool takes_connections(std::uint16_t port);

/// Sends one request on a connection of its own.
std::optional<Answer> ask(std::uint16_t port, std::string_view bytes, Expecting = Expecting::body);

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Returns "GET /path HTTP/1.1" with Host and the fields.
std::string get(std::string_view path, const Fields& fields = {});
std::string post(std::string_view path, std::string_view type, std::string_view body, const Fields& fields = {});

} // namespace broadside::test
