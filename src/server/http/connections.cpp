#include "server/http/connections.hpp"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace broadside::server::http {

Connections::Connections(const asio::any_io_executor& executor, const Limits& limits)
    : limits_(limits), left_(executor) {}

Connections::Room Connections::make_room(const std::optional<AddressRange>& block) {
  if (block) {
    const auto found = blocks_.find(*block);
    const auto share = std::max<std::size_t>(1, limits_.connections / limits_.blocks);
    if (found != blocks_.end() && found->second.count >= share) {
      auto* const connection = found->second.queues.dispensable();
      if (connection == nullptr)
        return Room::refused;
      let_go(*connection);
      return Room::made;
    }
  }
  return count_ < limits_.connections || let_go_of_one() ? Room::made : Room::not_yet;
}

void Connections::enter(Connection& connection, const std::optional<AddressRange>& block) {
  ++open_;
  ++count_;
  if (block) {
    connection.block_ = &*blocks_.try_emplace(*block).first;
    ++connection.block_->second.count;
  }
  line_up(connection);
}

void Connections::line_up(Connection& connection) {
  connection.since_ = std::chrono::steady_clock::now();
  static_cast<Place<AmongAll>&>(connection).unlink();
  all_.push(connection);
  if (connection.block_ == nullptr)
    return;
  static_cast<Place<InBlock>&>(connection).unlink();
  connection.block_->second.queues.push(connection);
}

void Connections::leave(Connection& connection) {
  if (!connection.is_let_go_)
    give_up_place(connection);
  --open_;
  left_.cancel();
}

void Connections::proceed(Connection& connection, Phase phase) {
  if (connection.is_let_go_)
    return;
  connection.phase_ = phase;
  line_up(connection);
}

void Connections::hold(Connection& connection, std::size_t bytes) {
  if (connection.is_let_go_)
    return;
  held_ = held_ - connection.held_ + bytes;
  connection.held_ = bytes;
  while (held_ > limits_.held_bytes) {
    auto* const slowest = all_.slowest({Phase::body, Phase::writing});
    if (slowest == nullptr)
      return;
    let_go(*slowest);
  }
}

bool Connections::let_go_of_one() {
  auto* const connection = all_.dispensable();
  if (connection == nullptr)
    return false;
  let_go(*connection);
  return true;
}

void Connections::let_go(Connection& connection) {
  give_up_place(connection);
  connection.is_let_go_ = true;
  connection.hang_up();
}

void Connections::give_up_place(Connection& connection) {
  static_cast<Place<AmongAll>&>(connection).unlink();
  --count_;
  held_ -= connection.held_;
  if (connection.block_ == nullptr)
    return;
  static_cast<Place<InBlock>&>(connection).unlink();
  if (--connection.block_->second.count == 0)
    blocks_.erase(connection.block_->first);
}

void Connections::hang_up_all() {
  for (auto& queue : all_)
    while (!queue.empty())
      let_go(queue.front());
}

void Connections::stop() {
  stopping_ = true;
  for (const Phase phase : {Phase::starting, Phase::resting})
    while (!all_.of(phase).empty())
      let_go(all_.of(phase).front());
  left_.cancel();
}

asio::awaitable<void> Connections::wait_for_one_to_leave(std::chrono::milliseconds time) {
  left_.expires_after(time);
  co_await left_.async_wait(asio::as_tuple(asio::use_awaitable));
}

asio::awaitable<bool> Connections::wait_for_all_to_leave(std::chrono::milliseconds time) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  while (open_ > 0 && std::chrono::steady_clock::now() < deadline) {
    left_.expires_at(deadline);
    co_await left_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_return open_ == 0;
}

} // namespace broadside::server::http
