#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "server/http/connections.hpp"
#include "server/http/limits.hpp"
#include "server/http/service.hpp"

namespace broadside::server::http {

// Reads requests from one connection and writes their answers, one after the other, until either side ends it.
boost::asio::awaitable<void> run_session(boost::asio::ip::tcp::socket socket, Service& service,
                                         Connections& connections, const Limits& limits);

} // namespace broadside::server::http
