#include "server/http/connections.hpp"

#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace broadside::server::http {

Connections::Connections(const asio::any_io_executor& executor) : left_(executor) {}

void Connections::enter(Connection& connection) { open_.insert(&connection); }

void Connections::leave(Connection& connection) {
  open_.erase(&connection);
  left_.cancel();
}

void Connections::hang_up_resting() {
  for (auto* connection : open_)
    if (connection->phase() == Connection::Phase::resting)
      connection->hang_up();
}

void Connections::hang_up_all() {
  for (auto* connection : open_)
    connection->hang_up();
}

void Connections::stop() {
  stopping_ = true;
  for (auto* connection : open_)
    if (connection->phase() != Connection::Phase::serving)
      connection->hang_up();
  left_.cancel();
}

asio::awaitable<bool> Connections::wait_for_at_most(std::size_t count, std::chrono::milliseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  while (open_.size() > count && std::chrono::steady_clock::now() < deadline) {
    left_.expires_at(deadline);
    co_await left_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_return open_.size() <= count;
}

} // namespace broadside::server::http
