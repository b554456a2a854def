#pragma once

#include "core/error.hpp"
#include "server/http/limits.hpp"
#include "server/replies/policy.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace broadside::server {

struct Options {
  /// The folder that `broadside build` made. Replies are taken to the articles in it.
  std::filesystem::path site;
  /// The file of SQLite, or the address of PostgreSQL: see store::Location.
  std::string database;
  std::string address = "127.0.0.1";
  /// The port; 0 stands for any free one.
  std::uint16_t port = 8082;
  /// The origins whose pages may read and write replies ("https://news.example"). If it is empty, all may.
  std::vector<std::string> allowed_origins;
  /// The addresses, or ranges of them ("10.0.0.0/8"), of proxies that say who sent a request.
  std::vector<std::string> trusted_proxies;
  replies::Policy policy;
  /// The file of the policy's words; empty for none.
  std::filesystem::path hold_words;
  http::Limits limits;
  std::chrono::milliseconds database_busy_timeout{5'000};
};

/// Serves replies until a signal (SIGINT, SIGTERM) ends it, and logs to standard error. Once it listens, it prints its
/// health address on standard output. Returns the process's exit status.
int serve(const Options&);

/// Does the same for a program that has more to do. One thread runs it.
class Server {
public:
  /// Opens the database and listens. Errors: site-unreadable, no-site, address-unusable, proxy-malformed,
  /// origin-malformed, words-unreadable, and those of store::open.
  static tl::expected<Server, Error> open(const Options&);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  std::uint16_t port() const;

  /// Returns when the server has been stopped and the answers under way have been given.
  void run();
  /// Stops the server. It may be called from any thread.
  void stop();
  void stop_on_signals();

private:
  class Parts;
  explicit Server(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

} // namespace broadside::server
