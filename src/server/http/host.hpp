#pragma once

#include <cstdint>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include "server/http/listener.hpp"

namespace broadside::server::http {

// Listens at an address and has a service answer there, until it is stopped.
class Host {
public:
  // Throws boost::system::system_error if it cannot listen at the address. All runs on the one thread that runs `io`.
  Host(boost::asio::io_context& io, const boost::asio::ip::tcp::endpoint& endpoint, Service& service,
       const Limits& limits, TrustedProxies proxies);

  std::uint16_t port() const { return listener_.port(); }

  // Begins to accept connections.
  void start();
  // Accepts no more, and gives the answers under way. It may be called from any thread.
  void stop();
  // Does so when the process is told to end (SIGINT, SIGTERM). A second signal ends it at once.
  void stop_on_signals();

private:
  boost::asio::awaitable<void> wind_down();

  boost::asio::io_context& io_;
  Limits limits_;
  TrustedProxies proxies_;
  boost::asio::signal_set signals_;
  Connections connections_;
  Shared shared_;
  Listener listener_;
};

} // namespace broadside::server::http
