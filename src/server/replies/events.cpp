#include "server/replies/events.hpp"

#include "server/process/log.hpp"

#include <condition_variable>
#include <deque>
#include <thread>
#include <utility>

namespace broadside::server::replies {

namespace {

template <typename Call> void guarded(Call call) {
  try {
    call();
  } catch (const std::exception& exception) {
    log::error({"A listener to replies failed: ", exception});
  } catch (...) {
    log::error({"A listener to replies failed for an unknown reason"});
  }
}

} // namespace

/// The events that wait for one listener, and the thread that tells it of them.
class Events::Delivery {
public:
  explicit Delivery(Listener& listener) : listener_(listener), thread_([this] { run(); }) {}
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;
  ~Delivery() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void push(std::shared_ptr<const Published> event) {
    {
      const std::lock_guard lock(mutex_);
      // Once one event is missed, all that follow are missed too until the listener has been told, so that it cannot
      // take a later event for the next one.
      if (missed_ > 0 || waiting_.size() >= most_waiting)
        ++missed_;
      else
        waiting_.push_back(std::move(event));
    }
    changed_.notify_one();
  }

private:
  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return ending_ || !waiting_.empty() || missed_ > 0; });
      if (!waiting_.empty()) {
        const auto event = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        guarded([&] { listener_.on(*event); });
      } else if (missed_ > 0) {
        const auto missed = std::exchange(missed_, 0);
        lock.unlock();
        guarded([&] { listener_.missed(missed); });
      } else {
        return;
      }
      lock.lock();
    }
  }

  Listener& listener_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<const Published>> waiting_;
  std::size_t missed_ = 0;
  bool ending_ = false;
  std::thread thread_;
};

Events::Events() = default;
Events::~Events() = default;

void Events::listen(Listener& listener) {
  const std::lock_guard lock(mutex_);
  deliveries_.push_back(std::make_unique<Delivery>(listener));
}

void Events::publish(Published event) {
  const auto shared = std::make_shared<const Published>(std::move(event));
  const std::lock_guard lock(mutex_);
  for (const auto& delivery : deliveries_)
    delivery->push(shared);
}

} // namespace broadside::server::replies
