#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/intrusive/list.hpp>

#include "server/http/address_range.hpp"
#include "server/http/limits.hpp"

namespace broadside::server::http {

class Connections;

// The phases of a connection. It is `starting` until its first byte has come. It is `resting` between an answer and the
// first byte of the next request, or until the client closes it after the last answer.
enum class Phase : std::uint8_t { starting, head, body, answering, writing, resting };
constexpr std::size_t phase_count = 6;

struct AllTag {};
struct BlockTag {};
template <typename Tag>
using QueueHook = boost::intrusive::list_base_hook<boost::intrusive::tag<Tag>,
                                                   boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// An open connection, as the class that counts and closes connections sees it.
class Connection : public QueueHook<AllTag>, public QueueHook<BlockTag> {
public:
  virtual ~Connection() = default;
  virtual void hang_up() = 0;

  Phase phase() const { return phase_; }

private:
  friend class Connections;
  template <typename> friend class Queues;
  struct Block;

  Phase phase_ = Phase::starting;
  std::chrono::steady_clock::time_point since_; // when the phase began, or last made progress
  std::size_t held_ = 0;
  std::pair<const AddressRange, Block>* block_ = nullptr; // null if it belongs to no block
  bool is_evicted_ = false;
};

// Connections by their phase. The first connection of each queue has been in its phase for the longest.
template <typename Tag> class Queues {
public:
  void push(Connection& connection) { of(connection.phase_).push_back(connection); }

  // Returns the connection whose loss hurts least: the one that has rested for the longest, or if none rests, the one
  // that has made no progress for the longest. Returns null if each of them is being answered.
  Connection* most_dispensable() {
    auto& resting = of(Phase::resting);
    return resting.empty() ? slowest({Phase::starting, Phase::head, Phase::body, Phase::writing}) : &resting.front();
  }

  Connection* slowest(std::initializer_list<Phase> phases) {
    Connection* found = nullptr;
    for (const Phase phase : phases)
      if (auto& queue = of(phase); !queue.empty() && (found == nullptr || queue.front().since_ < found->since_))
        found = &queue.front();
    return found;
  }

  auto& of(Phase phase) { return queues_[static_cast<std::size_t>(phase)]; }
  auto begin() { return queues_.begin(); }
  auto end() { return queues_.end(); }

private:
  using Queue = boost::intrusive::list<Connection, boost::intrusive::base_hook<QueueHook<Tag>>,
                                       boost::intrusive::constant_time_size<false>>;
  std::array<Queue, phase_count> queues_;
};

struct Connection::Block {
  Queues<BlockTag> queues;
  std::size_t count = 0;
};

// All open connections. This class decides which ones may stay open, and which one is closed for another. It is used
// from the one I/O thread only.
class Connections {
public:
  Connections(const boost::asio::any_io_executor& executor, const Limits& limits);

  enum class Admission : std::uint8_t { admitted, not_yet, refused };

  // Makes room for a new connection from that block, or from no block, to which no share applies. If it must, it closes
  // one other connection: one of the same block, if that block has its share already. Returns `not_yet` if all
  // connections are being answered, and `refused` if all of the block's are.
  Admission make_room(const std::optional<AddressRange>& block);

  void enter(Connection& connection, const std::optional<AddressRange>& block);
  void leave(Connection& connection);
  // Returns how many connections are admitted.
  std::size_t count() const { return count_; }

  // Notes that the connection has come to a phase, or makes progress in it.
  void proceed(Connection& connection, Phase phase);

  // Notes that the connection now keeps so many bytes in memory in all. If all connections together keep too many,
  // those that have sent or read nothing for the longest are closed, and this one may be among them.
  void hold(Connection& connection, std::size_t bytes);

  // Closes the connection whose loss hurts least. Returns false if there is none.
  bool evict_one();
  void hang_up_all();

  // Returns whether a session closes its connection after the answer that it is giving.
  bool stopping() const { return stopping_; }
  // Closes the connections on which no request has begun.
  void stop();

  // Resumes when a connection has left, or the time is over.
  boost::asio::awaitable<void> wait_for_one_to_leave(std::chrono::milliseconds time);
  // Resumes when all have left (true) or the time is over (false).
  boost::asio::awaitable<bool> wait_for_all_to_leave(std::chrono::milliseconds time);

private:
  void requeue(Connection& connection);
  void evict(Connection& connection);
  void remove(Connection& connection);

  const Limits& limits_;
  Queues<AllTag> all_;
  std::map<AddressRange, Connection::Block> blocks_;
  std::size_t count_ = 0;
  std::size_t open_ = 0; // including those that were evicted and have not left yet
  std::size_t held_ = 0;
  boost::asio::steady_timer left_; // cancelled whenever a connection leaves, which wakes those who wait
  bool stopping_ = false;
};

} // namespace broadside::server::http
