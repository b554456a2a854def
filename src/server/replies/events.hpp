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
  std::string article; // its id
  reply::Reply reply;
  /// Who sent it, as far as that is known. It is neither to be kept nor to be logged.
  boost::asio::ip::address client;
};

/// What wants to know of replies: notifications, live updates, webhooks.
///
/// A listener is told on a thread of its own, of one event after the other, in the order in which they were committed.
/// It may take its time, since nobody waits for it but the server's end. What it throws is logged and otherwise
/// ignored.
class Listener {
public:
  virtual ~Listener() = default;

  /// The reply is on the disk.
  virtual void on(const Published&) = 0;

  /// The listener was so slow that this many events in a row were not kept for it. They came after the last one that it
  /// was told of and before the next one; what they were stands in the store.
  virtual void missed(std::size_t events) = 0;
};

/// Tells the listeners what has happened. It may be used from several threads at once.
class Events {
public:
  /// A listener that has so many events before it misses those that come then: some tens of megabytes of the longest
  /// replies.
  static constexpr std::size_t most_waiting = 1'000;

  Events();
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  /// Returns once the listeners have been told of everything that was published.
  ~Events();

  /// Tells the listener, which must outlive this, of what is published from now on.
  void listen(Listener&);

  /// Returns at once, however long the listeners take. To be called after the commit, in the order of the commits.
  void publish(Published);

private:
  class Delivery;

  std::mutex mutex_;
  std::vector<std::unique_ptr<Delivery>> deliveries_;
};

} // namespace broadside::server::replies
