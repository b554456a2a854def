#pragma once

#include <cstdint>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "server/http/connections.hpp"
#include "server/http/limits.hpp"
#include "server/http/service.hpp"

namespace broadside::server::http {

// Accepts connections and gives each its session.
class Listener {
public:
  // Throws boost::system::system_error where the address cannot be listened at.
  Listener(const boost::asio::any_io_executor& executor, const std::string& address, std::uint16_t port,
           Service& service, Connections& connections, const Limits& limits);

  std::uint16_t port() const;

  boost::asio::awaitable<void> run();
  void stop();

private:
  boost::asio::awaitable<bool> make_room();

  boost::asio::ip::tcp::acceptor acceptor_;
  Service& service_;
  Connections& connections_;
  const Limits& limits_;
};

} // namespace broadside::server::http
