#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/http/message.hpp"

namespace broadside::server::http {

// The interface through which a session gets its answers.
class Service {
public:
  virtual ~Service() = default;

  // The request outlives the coroutine.
  virtual boost::asio::awaitable<Response> answer(const Request& request) = 0;

  // Answers a request that is refused before it was read to its end. `request` holds as much of it as is known.
  virtual Response refuse(const Refusal& refusal, const Request& request) = 0;

  // The server stops. Answers that wait for something are given now.
  virtual void stop() {}
};

} // namespace broadside::server::http
