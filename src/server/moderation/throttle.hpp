#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace broadside::server::moderation {

/// Limits how often something is tried: 10 times in 15 minutes under each name that it is counted under. It may be
/// used from several threads.
class Throttle {
public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  explicit Throttle(Clock clock = std::chrono::steady_clock::now) : clock_(std::move(clock)) {}

  /// Counts an attempt under all of these names. If one of them has had too many, it counts none, and returns the time
  /// until another attempt may be made. An attempt is counted before it is judged: a hundred that are made at once are
  /// not all let through.
  std::optional<std::chrono::seconds> count(const std::vector<std::string>& names);

  /// Takes back an attempt that succeeded, or was not made after all.
  void take_back(const std::vector<std::string>& names);

private:
  using Times = std::vector<std::chrono::steady_clock::time_point>;

  void forget_old_ones(std::chrono::steady_clock::time_point now);

  Clock clock_;
  std::mutex mutex_;
  std::map<std::string, Times> attempts_; // the oldest first
};

} // namespace broadside::server::moderation
