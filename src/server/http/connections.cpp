#include "server/http/connections.hpp"

#include <algorithm>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace broadside::server::http {

Connections::Connections(const asio::any_io_executor& executor, const Limits& limits)
    : limits_(limits), left_(executor) {}

Connections::Admission Connections::make_room(const std::optional<AddressRange>& block) {
  if (block) {
    const auto found = blocks_.find(*block);
    const auto share = std::max<std::size_t>(1, limits_.connections / limits_.blocks);
    if (found != blocks_.end() && found->second.count >= share) {
      auto* const connection = found->second.queues.most_dispensable();
      if (connection == nullptr)
        return Admission::refused;
      evict(*connection);
      return Admission::admitted;
    }
  }
  return count_ < limits_.connections || evict_one() ? Admission::admitted : Admission::not_yet;
}

void Connections::enter(Connection& connection, const std::optional<AddressRange>& block) {
  ++open_;
  ++count_;
  if (block) {
    connection.block_ = &*blocks_.try_emplace(*block).first;
    ++connection.block_->second.count;
  }
  requeue(connection);
}

void Connections::requeue(Connection& connection) {
  connection.since_ = std::chrono::steady_clock::now();
  static_cast<QueueHook<AllTag>&>(connection).unlink();
  all_.push(connection);
  if (connection.block_ == nullptr)
    return;
  static_cast<QueueHook<BlockTag>&>(connection).unlink();
  connection.block_->second.queues.push(connection);
}

void Connections::leave(Connection& connection) {
  if (!connection.is_evicted_)
    remove(connection);
  --open_;
  left_.cancel();
}

void Connections::proceed(Connection& connection, Phase phase) {
  if (connection.is_evicted_)
    return;
  connection.phase_ = phase;
  requeue(connection);
}

void Connections::hold(Connection& connection, std::size_t bytes) {
  if (connection.is_evicted_)
    return;
  held_ = held_ - connection.held_ + bytes;
  connection.held_ = bytes;
  while (held_ > limits_.held_bytes) {
    auto* const slowest = all_.slowest({Phase::body, Phase::writing});
    if (slowest == nullptr)
      return;
    evict(*slowest);
  }
}

bool Connections::evict_one() {
  auto* const connection = all_.most_dispensable();
  if (connection == nullptr)
    return false;
  evict(*connection);
  return true;
}

void Connections::evict(Connection& connection) {
  remove(connection);
  connection.is_evicted_ = true;
  connection.hang_up();
}

void Connections::remove(Connection& connection) {
  static_cast<QueueHook<AllTag>&>(connection).unlink();
  --count_;
  held_ -= connection.held_;
  if (connection.block_ == nullptr)
    return;
  static_cast<QueueHook<BlockTag>&>(connection).unlink();
  if (--connection.block_->second.count == 0)
    blocks_.erase(connection.block_->first);
}

void Connections::hang_up_all() {
  for (auto& queue : all_)
    while (!queue.empty())
      evict(queue.front());
}

void Connections::stop() {
  stopping_ = true;
  for (const Phase phase : {Phase::starting, Phase::resting})
    while (!all_.of(phase).empty())
      evict(all_.of(phase).front());
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
