#pragma once

#include "server/replies/events.hpp"

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace broadside::test {

/// A listener that notes its events, and continues only while its gate is open.
class Recorder final : public server::replies::Listener {
public:
  void on(const server::replies::Published&) override;
  void missed(std::size_t events) override;

  void close_gate();
  void open_gate();

  /// Returns when a call has begun that has not ended.
  void wait_until_busy();
  /// Returns the texts of the replies that it was told of, and "missed 3" for three that it missed, once there are so
  /// many.
  std::vector<std::string> heard(std::size_t count);
  /// Returns the events themselves.
  std::vector<server::replies::Published> events(std::size_t count);

private:
  void note(const std::string& text);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> heard_;
  std::vector<server::replies::Published> events_;
  bool open_ = true;
  bool busy_ = false;
};

} // namespace broadside::test
