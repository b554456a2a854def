#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/http/message.hpp"
#include "server/http/response_head.hpp"
#include "server/http/wire.hpp"

namespace broadside::server::http {

enum class Part { all, head }; // HEAD is answered with the head alone

// Makes the system send at once what it is given, and keep few bytes that are not sent yet, so that write() sees how
// fast the client takes them. It is called once for each connection.
void prepare_to_write(Wire& wire);

// Writes the response or its head alone, which also says whether the connection stays open. Returns false if the client
// has gone, or takes nothing for too long.
boost::asio::awaitable<bool> write(Wire& wire, const Response& response, Part part, After after);

} // namespace broadside::server::http
