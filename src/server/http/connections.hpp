#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <unordered_set>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

namespace broadside::server::http {

// An open connection, as those who count and end connections see it.
class Connection {
public:
  virtual ~Connection() = default;
  /// `starting` until a first byte has come; `resting` between an answer and the next request's first byte.
  enum class Phase : std::uint8_t { starting, serving, resting };
  virtual Phase phase() const = 0;
  virtual void hang_up() = 0;
};

// All open connections. Used from the one I/O thread only.
class Connections {
public:
  explicit Connections(const boost::asio::any_io_executor& executor);

  void enter(Connection& connection);
  void leave(Connection& connection);
  std::size_t count() const { return open_.size(); }

  void hang_up_resting();
  void hang_up_all();

  // Once true, a session closes its connection after the answer that it is giving.
  bool stopping() const { return stopping_; }
  // Ends those connections that no request is being served on.
  void stop();

  // Resumes when at most `count` are open (true) or the time is over (false).
  boost::asio::awaitable<bool> wait_for_at_most(std::size_t count, std::chrono::milliseconds time);

private:
  std::unordered_set<Connection*> open_;
  boost::asio::steady_timer left_; // cancelled at each leaving, which wakes who waits for it
  bool stopping_ = false;
};

} // namespace broadside::server::http
