#pragma once

#include "server/store/records.hpp"

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_set>

namespace broadside::server::replies {

/// Knows which articles moderators have closed to further replies. It may be used from several threads.
class Closures {
public:
  using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

  /// Another server with the same database may close an article. This one knows of it so much later at the latest.
  static constexpr std::chrono::seconds renewal{1};

  explicit Closures(store::Records& records, SteadyClock clock = std::chrono::steady_clock::now)
      : records_(records), clock_(std::move(clock)) {}

  /// Returns whether the article is closed. It asks the database once in `renewal`, and keeps to what it knew if that
  /// fails.
  bool has(const std::string& article);

  /// Closes an article or opens it. Returns false if it was so already.
  store::Result<bool> change(const store::Closing&);

private:
  store::Records& records_;
  SteadyClock clock_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point known_at_;
  bool is_known_ = false;
  std::unordered_set<std::string> closed_;
};

} // namespace broadside::server::replies
