#pragma once

#include "core/reply/reply.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace broadside::server::replies {

/// A reply that readers can see from now on.
struct Published {
  std::string article; // the article's id
  reply::Reply reply;
  /// The address of the client, as far as it is known. It must neither be kept nor be logged.
  boost::asio::ip::address client;
};

/// The interface of parts that follow replies: notifications, live updates, webhooks.
///
/// A listener is told of events on a thread of its own, one after the other, in the order of their commits. It may take
/// its time, since only the end of the server waits for it. What it throws is logged and otherwise ignored.
class Listener {
public:
  virtual ~Listener() = default;

  /// Is called when the reply is on the disk.
  virtual void on(const Published&) = 0;

  /// Is called if the listener was so slow that this many events in a row were not kept for it. They came after the
  /// last event that it was told of and before the next one. The store holds them.
  virtual void missed(std::size_t events) = 0;
};

/// Tells the listeners what has happened. It may be used from several threads at once.
class Events {
public:
  /// The number of events that may wait for a listener before it misses the next ones: some tens of megabytes of the
  /// longest replies.
  static constexpr std::size_t most_waiting = 1'000;

  Events();
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  /// Returns once the listeners have been told of everything that was published.
  ~Events();

  /// Tells the listener, which must outlive this, of everything that is published from now on.
  void listen(Listener&);

  /// Returns at once, however long the listeners take. It is called after the commit, in the order of the commits.
  void publish(Published);

private:
  class Delivery;

  std::mutex mutex_;
  std::vector<std::unique_ptr<Delivery>> deliveries_;
};

} // namespace broadside::server::replies
