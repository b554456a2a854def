#pragma once

#include <cstdint>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "server/http/session.hpp"

namespace broadside::server::http {

// Accepts connections and starts a session for each.
class Listener {
public:
  // Throws boost::system::system_error if it cannot listen at the address.
  Listener(const boost::asio::any_io_executor& executor, const boost::asio::ip::tcp::endpoint& endpoint,
           const Shared& shared);

  std::uint16_t port() const;

  boost::asio::awaitable<void> run();
  void stop();

private:
  boost::asio::awaitable<void> admit(boost::asio::ip::tcp::socket socket);
  Origin origin_of(const Address& peer) const;

  boost::asio::ip::tcp::acceptor acceptor_;
  const Shared& shared_;
};

} // namespace broadside::server::http
