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

// The phases of a connection. It is `starting` until a first byte has come; `resting` between an answer and the next
// request's first byte, or until the client closes after the last.
enum class Phase : std::uint8_t { starting, head, body, answering, writing, resting };
constexpr std::size_t phase_count = 6;

struct AmongAll {};
struct InBlock {};
template <typename Among>
using Place = boost::intrusive::list_base_hook<boost::intrusive::tag<Among>,
                                               boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// An open connection, as those who count and end connections see it.
class Connection : public Place<AmongAll>, public Place<InBlock> {
public:
  virtual ~Connection() = default;
  virtual void hang_up() = 0;

  Phase phase() const { return phase_; }

private:
  friend class Connections;
  template <typename> friend class Queues;
  struct Block;

  Phase phase_ = Phase::starting;
  std::chrono::steady_clock::time_point since_; // when the phase began, or last went on
  std::size_t held_ = 0;
  std::pair<const AddressRange, Block>* block_ = nullptr; // null where it is of none
  bool is_let_go_ = false;
};

// Connections by what they are at; in each phase the one first that has been at it for the longest.
template <typename Among> class Queues {
public:
  void push(Connection& connection) { of(connection.phase_).push_back(connection); }

  // The one that is the smallest loss: it rests for the longest, or where none rests, has made no headway for the
  // longest. Null where each is being answered.
  Connection* dispensable() {
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
  using Queue = boost::intrusive::list<Connection, boost::intrusive::base_hook<Place<Among>>,
                                       boost::intrusive::constant_time_size<false>>;
  std::array<Queue, phase_count> queues_;
};

struct Connection::Block {
  Queues<InBlock> queues;
  std::size_t count = 0;
};

// All open connections: who may have a place, and who gives it up for another. Used from the one I/O thread only.
class Connections {
public:
  Connections(const boost::asio::any_io_executor& executor, const Limits& limits);

  enum class Room : std::uint8_t { made, not_yet, refused };

  // Finds a place for a newcomer from that block (or from none, which no share applies to), and lets go of one other
  // for it where that is needed: of the newcomer's own block where that has its share. `not_yet` where all others are
  // being answered, and `refused` where all of the block's are.
  Room make_room(const std::optional<AddressRange>& block);

  void enter(Connection& connection, const std::optional<AddressRange>& block);
  void leave(Connection& connection);
  // Returns how many connections have a place.
  std::size_t count() const { return count_; }

  // The connection has come to a phase, or goes on in it.
  void proceed(Connection& connection, Phase phase);

  // The connection keeps so many bytes in memory from here on, all in all. Where all connections together keep too
  // many, those that have been sending or reading without headway for the longest are let go, be it this one.
  void hold(Connection& connection, std::size_t bytes);

  // Hangs up the one that is the smallest loss. False where there is none.
  bool let_go_of_one();
  void hang_up_all();

  // Once true, a session closes its connection after the answer that it is giving.
  bool stopping() const { return stopping_; }
  // Ends those connections that no request has begun on.
  void stop();

  // Resumes when one has left, or the time is over.
  boost::asio::awaitable<void> wait_for_one_to_leave(std::chrono::milliseconds time);
  // Resumes when all have left (true) or the time is over (false).
  boost::asio::awaitable<bool> wait_for_all_to_leave(std::chrono::milliseconds time);

private:
  void line_up(Connection& connection);
  void let_go(Connection& connection);
  void give_up_place(Connection& connection);

  const Limits& limits_;
  Queues<AmongAll> all_;
  std::map<AddressRange, Connection::Block> blocks_;
  std::size_t count_ = 0;
  std::size_t open_ = 0; // with those that have been let go and have not left yet
  std::size_t held_ = 0;
  boost::asio::steady_timer left_; // cancelled at each leaving, which wakes who waits for it
  bool stopping_ = false;
};

} // namespace broadside::server::http
