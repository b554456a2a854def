#include "server/replies/closures.hpp"

namespace broadside::server::replies {

bool Closures::has(const std::string& article) {
  const std::lock_guard lock(mutex_);
  const auto now = clock_();
  if (!is_known_ || now - known_at_ >= renewal) {
    known_at_ = now;
    is_known_ = true;
    if (const auto closed = records_.closed())
      closed_ = {closed->begin(), closed->end()};
  }
  return closed_.contains(article);
}

store::Result<bool> Closures::change(const store::Closing& closing) {
  auto changed = records_.close(closing);
  const std::lock_guard lock(mutex_);
  is_known_ = false;
  return changed;
}

} // namespace broadside::server::replies
