#pragma once

#include "core/error.hpp"
#include "server/http/limits.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace broadside::server {

struct Options {
  /// What `broadside build` made: replies are taken to the articles in it.
  std::filesystem::path site;
  std::filesystem::path database;
  std::string address = "127.0.0.1";
  /// 0 for any that is free.
  std::uint16_t port = 8082;
  /// Origins whose pages may read and write replies ("https://news.example"); all where empty.
  std::vector<std::string> allowed_origins;
  /// Addresses, or ranges of them ("10.0.0.0/8"), of proxies that say who sent a request.
  std::vector<std::string> trusted_proxies;
  http::Limits limits;
  std::chrono::milliseconds database_busy_timeout{5'000};
};

/// Serves replies until a signal (SIGINT, SIGTERM) ends it, and logs to standard error. Once it listens, one line on
/// standard output names its health address. Returns the process's exit status.
int serve(const Options&);

/// The same for a program with more to do than that. One thread runs it.
class Server {
public:
  /// Opens the database and listens. Errors: site-unreadable, address-unusable, proxy-malformed, origin-malformed, and
  /// those of store::open_sqlite.
  static tl::expected<Server, Error> open(const Options&);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  std::uint16_t port() const;

  /// Returns when the server has been stopped and the answers under way have been given.
  void run();
  /// From any thread.
  void stop();
  void stop_on_signals();

private:
  class Parts;
  explicit Server(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

} // namespace broadside::server
