#include "server/moderation/throttle.hpp"

#include <algorithm>

namespace broadside::server::moderation {

namespace {

constexpr std::size_t most_attempts = 10;
constexpr std::chrono::minutes window{15};

} // namespace

std::optional<std::chrono::seconds> Throttle::count(const std::vector<std::string>& names) {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  forget_old_ones(now);
  std::optional<std::chrono::seconds> wait;
  for (const auto& name : names)
    if (const auto found = attempts_.find(name); found != attempts_.end() && found->second.size() >= most_attempts)
      wait = std::max(wait.value_or(std::chrono::seconds(1)),
                      std::chrono::ceil<std::chrono::seconds>(found->second.front() + window - now));
  if (!wait)
    for (const auto& name : names)
      attempts_[name].push_back(now);
  return wait;
}

void Throttle::take_back(const std::vector<std::string>& names) {
  const std::lock_guard lock(mutex_);
  for (const auto& name : names) {
    const auto found = attempts_.find(name);
    if (found == attempts_.end())
      continue;
    found->second.pop_back();
    if (found->second.empty())
      attempts_.erase(found);
  }
}

/// There are never many to look through: each stands for an attempt that was judged, and a dozen a second can be.
void Throttle::forget_old_ones(std::chrono::steady_clock::time_point now) {
  for (auto entry = attempts_.begin(); entry != attempts_.end();) {
    std::erase_if(entry->second, [&](auto time) { return time + window <= now; });
    entry = entry->second.empty() ? attempts_.erase(entry) : std::next(entry);
  }
}

} // namespace broadside::server::moderation
