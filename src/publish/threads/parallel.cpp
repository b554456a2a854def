#include "publish/threads/parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace broadside::publish {
namespace {

// Threads take several numbers at once, since waking each other for each of them would take longer than the work.
constexpr std::size_t at_a_time = 8;
// The number of parts that may wait to be taken.
constexpr std::size_t most_ahead = 8;

std::size_t count_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

/// Hands out numbers to threads, and takes note of what they have done.
class InOrder {
public:
  InOrder(std::size_t count, const std::function<void(std::size_t)>& make)
      : make_(make), is_made_(std::min(count, most_ahead), false), count_(count) {}

  void work() {
    while (const auto number = next()) {
      try {
        make_(*number);
        finish(*number);
      } catch (...) {
        fail(std::current_exception());
      }
    }
  }

  /// Waits until everything before and including this number has been made.
  void wait_for(std::size_t number) {
    std::unique_lock lock(mutex_);
    made_.wait(lock, [&] { return failure_ || is_made_[number % is_made_.size()]; });
    if (failure_)
      std::rethrow_exception(failure_);
  }

  /// Makes room for one more result.
  void take(std::size_t number) {
    const std::lock_guard lock(mutex_);
    is_made_[number % is_made_.size()] = false;
    taken_ = number + 1;
    room_.notify_one();
  }

  /// Lets the threads end.
  void stop() {
    const std::lock_guard lock(mutex_);
    count_ = 0;
    room_.notify_all();
  }

private:
  std::optional<std::size_t> next() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return next_ >= count_ || next_ < taken_ + is_made_.size(); });
    return next_ < count_ ? std::optional(next_++) : std::nullopt;
  }

  void finish(std::size_t number) {
    const std::lock_guard lock(mutex_);
    is_made_[number % is_made_.size()] = true;
    made_.notify_one();
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    failure_ = std::move(failure);
    count_ = 0;
    made_.notify_one();
    room_.notify_all();
  }

  const std::function<void(std::size_t)>& make_;
  std::mutex mutex_;
  std::condition_variable made_, room_;
  /// The results that wait, each at the remainder of its number.
  std::vector<bool> is_made_;
  std::size_t count_, next_ = 0, taken_ = 0;
  std::exception_ptr failure_;
};

/// Ends the threads, even when taking a result throws.
class Stopping {
public:
  explicit Stopping(InOrder& order) : order_(order) {}
  Stopping(const Stopping&) = delete;
  Stopping& operator=(const Stopping&) = delete;
  ~Stopping() { order_.stop(); }

private:
  InOrder& order_;
};

} // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  in_order(count, work, [](std::size_t) {});
}

void in_order(std::size_t count, const std::function<void(std::size_t)>& make,
              const std::function<void(std::size_t)>& take) {
  const std::size_t parts = (count + at_a_time - 1) / at_a_time;
  const auto for_part = [&](std::size_t part, const std::function<void(std::size_t)>& call) {
    for (std::size_t i = part * at_a_time; i < std::min(count, (part + 1) * at_a_time); ++i)
      call(i);
  };
  const std::function<void(std::size_t)> make_part = [&](std::size_t part) { for_part(part, make); };
  if (parts == 0)
    return;
  InOrder order(parts, make_part);
  std::vector<std::jthread> threads;
  const Stopping stopping(order);
  for (std::size_t i = 0; i < std::min(parts, count_threads()); ++i)
    threads.emplace_back([&] { order.work(); });
  for (std::size_t part = 0; part < parts; ++part) {
    order.wait_for(part);
    for_part(part, take);
    order.take(part);
  }
}

} // namespace broadside::publish
