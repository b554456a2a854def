#include "server/http/host.hpp"

#include <csignal>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "server/process/log.hpp"
#include "server/process/process.hpp"

namespace asio = boost::asio;

namespace broadside::server::http {

namespace {

Limits with_connection_limit(Limits limits) {
  if (limits.connections == 0)
    limits.connections = room_for_connections();
  return limits;
}

} // namespace

Host::Host(asio::io_context& io, const asio::ip::tcp::endpoint& endpoint, Service& service, const Limits& limits,
           TrustedProxies proxies)
    : io_(io), limits_(with_connection_limit(limits)), proxies_(std::move(proxies)), signals_(io),
      connections_(io.get_executor(), limits_), shared_{service, connections_, proxies_, limits_},
      listener_(io.get_executor(), endpoint, shared_) {}

void Host::start() { asio::co_spawn(io_, listener_.run(), asio::detached); }

void Host::stop() { asio::co_spawn(io_, wind_down(), asio::detached); }

asio::awaitable<void> Host::wind_down() {
  listener_.stop();
  connections_.stop();
  shared_.service.stop();
  const bool all_ended = co_await connections_.wait_for_all_to_leave(limits_.stop_time);
  if (!all_ended)
    connections_.hang_up_all();
  signals_.cancel();
}

void Host::stop_on_signals() {
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  signals_.async_wait([this](boost::system::error_code error, int) {
    if (error)
      return;
    log::info({"Stopping; answers under way are finished first"});
    signals_.clear(); // so that a second signal ends the process at once
    stop();
  });
}

} // namespace broadside::server::http
