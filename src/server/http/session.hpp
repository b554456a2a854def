#pragma once

#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "server/http/connections.hpp"
#include "server/http/limits.hpp"
#include "server/http/service.hpp"
#include "server/http/trusted_proxies.hpp"

namespace broadside::server::http {

// The parts that all sessions of a server share.
struct Shared {
  Service& service;
  Connections& connections;
  const TrustedProxies& proxies;
  const Limits& limits;
};

// The origin of a connection.
struct Origin {
  Address peer;
  // The block whose share of the connections it takes, or nothing if it takes none.
  std::optional<AddressRange> block;
};

// Reads requests from one connection and writes their answers, one after the other, until either side ends it.
boost::asio::awaitable<void> run_session(boost::asio::ip::tcp::socket socket, Origin origin, const Shared& shared);

} // namespace broadside::server::http
