#include "server/server.hpp"

#include "server/api/router.hpp"
#include "server/articles.hpp"
#include "server/http/connections.hpp"
#include "server/http/listener.hpp"
#include "server/log.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/sqlite_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/system/system_error.hpp>

#include <malloc.h>

#include <csignal>
#include <cstdio>

namespace asio = boost::asio;

namespace broadside::server {

namespace {

/// As many as may wait for the database at a time: each has its own connection to it.
constexpr std::size_t worker_count = 4;

/// glibc gives memory at the heap's top back to the system as soon as 128 KB are free there, and asks for it again with
/// the next batch of requests: one system call each way, for ever. 16 MB are kept instead.
void keep_freed_memory() { mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024); }

std::string shown(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

} // namespace

/// Declared in the order in which they need each other, so that they go in the reverse.
class Server::Parts {
public:
  Parts(const Options& options, std::unique_ptr<store::Store> opened)
      : limits(options.limits), store(std::move(opened)), writer(*store), articles(options.site), workers(worker_count),
        signals(io), connections(io.get_executor()),
        router({options.site, articles, *store, writer, workers.get_executor(), options.allowed_origins}),
        listener(io.get_executor(), options.address, options.port, router, connections, limits) {}

  void begin_stop() { asio::co_spawn(io, stop(), asio::detached); }

  asio::awaitable<void> stop() {
    listener.stop();
    connections.stop();
    const bool all_ended = co_await connections.wait_for_at_most(0, limits.stop_time);
    if (!all_ended)
      connections.hang_up_all();
    signals.cancel();
  }

  http::Limits limits;
  asio::io_context io{1};
  std::unique_ptr<store::Store> store;
  store::GroupWriter writer;
  Articles articles;
  asio::thread_pool workers;
  asio::signal_set signals;
  http::Connections connections;
  api::Router router;
  http::Listener listener;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

tl::expected<Server, Error> Server::open(const Options& options) {
  if (!std::filesystem::is_directory(options.site))
    return tl::unexpected(Error{"site-unreadable", options.site.string(), "There is no such folder."});
  auto store = store::open_sqlite({options.database, options.database_busy_timeout, worker_count});
  if (!store)
    return tl::unexpected(store.error());
  try {
    return Server(std::make_unique<Parts>(options, std::move(*store)));
  } catch (const boost::system::system_error& error) {
    return tl::unexpected(
        Error{"address-unusable", shown(options.address) + ":" + std::to_string(options.port), error.code().message()});
  }
}

std::uint16_t Server::port() const { return parts_->listener.port(); }

void Server::run() {
  log::info({"Taking replies to ", parts_->articles.read_all(), " articles"});
  asio::co_spawn(parts_->io, parts_->listener.run(), asio::detached);
  parts_->io.run();
  parts_->workers.join();
}

void Server::stop() { parts_->begin_stop(); }

void Server::stop_on_signals() {
  parts_->signals.add(SIGINT);
  parts_->signals.add(SIGTERM);
  parts_->signals.async_wait([parts = parts_.get()](boost::system::error_code error, int) {
    if (error)
      return;
    log::info({"Stopping; answers under way are finished first"});
    parts->signals.clear(); // a second signal ends the process at once
    parts->begin_stop();
  });
}

int serve(const Options& options) {
  log::start();
  keep_freed_memory();
  auto server = Server::open(options);
  if (!server) {
    log::error({log::Text::by_operator(server.error().where), ": ", log::Text::by_operator(server.error().message)});
    return 1;
  }
  server->stop_on_signals();
  std::printf("Replies: http://%s:%u/v1/health\n", shown(options.address).c_str(), unsigned{server->port()});
  std::fflush(stdout);
  server->run();
  return 0;
}

} // namespace broadside::server
