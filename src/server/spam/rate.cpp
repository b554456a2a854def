#include "server/spam/rate.hpp"

#include "server/http/network.hpp"

#include <utility>

namespace broadside::server::spam {

Pace Rate::count(const boost::asio::ip::address& address) {
  if (most_usual_ == 0 || http::is_private(address))
    return Pace::usual;
  const auto network = http::network_of(address);
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  turn(now);
  if (present_.size() >= most_networks && !present_.contains(network))
    return Pace::rush;
  // The former window counts as far as it reaches into the ten minutes that end now.
  const std::chrono::duration<double> passed = now - began_;
  const auto before = former_.find(network);
  const double weight = 1 - passed / std::chrono::duration<double>(window);
  const double count = ++present_[network] + (before == former_.end() ? 0 : before->second * weight);
  if (count <= most_usual_)
    return Pace::usual;
  return count <= most_usual_ * flood ? Pace::rush : Pace::flood;
}

/// Begins a new window if the present one is over.
void Rate::turn(std::chrono::steady_clock::time_point now) {
  const auto windows = (now - began_) / window;
  if (windows == 0)
    return;
  former_ = windows == 1 ? std::exchange(present_, {}) : Counts();
  present_.clear();
  began_ += windows * window;
}

} // namespace broadside::server::spam
