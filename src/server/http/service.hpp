#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/http/message.hpp"

namespace broadside::server::http {

// What a session asks for its answers.
class Service {
public:
  virtual ~Service() = default;

  // The request outlives the coroutine.
  virtual boost::asio::awaitable<Response> answer(const Request& request) = 0;

  // For a request that is refused before it was read to its end; `request` holds what is known of it.
  virtual Response refuse(const Refusal& refusal, const Request& request) = 0;
};

} // namespace broadside::server::http
