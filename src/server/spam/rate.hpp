#pragma once

#include <boost/asio/ip/address.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

namespace broadside::server::spam {

/// The pace at which replies come from one network.
enum class Pace : std::uint8_t {
  usual,
  rush,  // more than readers of one network write, as a rule: they wait for approval
  flood, // more than anybody could look through
};

/// Counts replies by the network that they come from: an IPv4 block of 256 addresses (/24), or an IPv6 block as one
/// customer has it (/48). Addresses are not kept; the counts are, in memory, for twenty minutes at most. It may be used
/// from several threads.
class Rate {
public:
  static constexpr std::chrono::minutes window{10};
  /// So many times as many as usual are a flood. An office or a telephone network shares one block among hundreds of
  /// readers.
  static constexpr int flood = 10;

  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  /// `most_usual` is the number of replies that one network may send in ten minutes before the others rush; 0 stands
  /// for no such rule.
  explicit Rate(int most_usual, Clock clock = std::chrono::steady_clock::now)
      : most_usual_(most_usual), clock_(std::move(clock)), began_(clock_()) {}

  /// Counts a reply from that address. Those from this machine and from private networks all are usual: they come by
  /// way of a proxy that does not say who has sent them, or is not trusted to.
  Pace count(const boost::asio::ip::address&);

private:
  using Counts = std::unordered_map<std::string, double>;

  /// A stranger may have as many IPv6 blocks as there is memory for. Replies from further blocks rush.
  static constexpr std::size_t most_networks = 50'000;

  void turn(std::chrono::steady_clock::time_point now);

  int most_usual_;
  Clock clock_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point began_; // the beginning of the present window
  Counts present_, former_;
};

} // namespace broadside::server::spam
