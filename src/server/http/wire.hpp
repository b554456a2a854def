#pragma once

#include <cstddef>

#include <boost/beast/core/tcp_stream.hpp>

#include "server/http/connections.hpp"
#include "server/http/limits.hpp"

namespace broadside::server::http {

// One connection's socket, and what its reader and its writer share.
struct Wire {
  boost::beast::tcp_stream stream;
  Connection& connection;
  Connections& connections;
  const Limits& limits;

  Phase phase() const { return connection.phase(); }
  void proceed(Phase next) { connections.proceed(connection, next); }
  void hold(std::size_t bytes) { connections.hold(connection, bytes); }
};

} // namespace broadside::server::http
