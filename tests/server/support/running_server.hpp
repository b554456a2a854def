#pragma once

#include "server/server.hpp"
#include "support/client.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <optional>
#include <thread>

namespace broadside::test {

/// Writes a site as `broadside build` makes it, with two articles: "north-korea", in English and Spanish, takes
/// replies; "old-news" takes no more.
void write_site(const std::filesystem::path& folder, const std::string& threads = "shared");

/// Options with a site and a database in a folder, which name no origin.
server::Options options_in(const std::filesystem::path& folder);

/// A server on a free port, with a site and a database of its own.
class RunningServer {
public:
  /// `change` may change the options before the server starts.
  template <typename Change> explicit RunningServer(Change change) {
    write_site(folder_.path());
    options_ = options_in(folder_.path());
    change(options_);
    start();
  }
  RunningServer() : RunningServer([](server::Options&) {}) {}
  ~RunningServer() { stop(); }

  std::uint16_t port() const { return server_->port(); }
  const std::filesystem::path& folder() const { return folder_.path(); }
  const server::Options& options() const { return options_; }

  void start();
  /// Returns when the server has ended.
  void stop();

  Answer ask(std::string_view bytes, Expecting = Expecting::body) const;

private:
  TemporaryFolder folder_;
  server::Options options_;
  std::optional<server::Server> server_;
  std::thread thread_;
};

constexpr auto replies_path = "/v1/articles/north-korea/replies";

/// Returns the JSON of a valid reply. Another key makes another reply.
std::string reply_json(std::string_view key, std::string_view text = "I *agree*.");

/// Returns the request that sends JSON to the replies of "north-korea".
std::string post_json(const std::string& body, const Fields& fields = {});

} // namespace broadside::test
