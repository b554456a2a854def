#include "server/store/group_writer.hpp"

#include "server/process/log.hpp"

#include <utility>

namespace broadside::server::store {

GroupWriter::GroupWriter(Store& store) : store_(store), thread_([this] { run(); }) {}

GroupWriter::~GroupWriter() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void GroupWriter::add(NewReply reply, Done done) {
  {
    const std::lock_guard lock(mutex_);
    replies_.push_back(std::move(reply));
    waiting_.push_back(std::move(done));
  }
  changed_.notify_one();
}

void GroupWriter::check(Checked done) {
  {
    const std::lock_guard lock(mutex_);
    asking_.push_back(std::move(done));
  }
  changed_.notify_one();
}

void GroupWriter::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !replies_.empty() || !asking_.empty(); });
    if (replies_.empty() && asking_.empty())
      return;
    const auto replies = std::exchange(replies_, {});
    const auto waiting = std::exchange(waiting_, {});
    const auto asking = std::exchange(asking_, {});
    lock.unlock();
    if (!replies.empty())
      write(replies, waiting);
    if (!asking.empty())
      tell(asking);
    lock.lock();
  }
}

void GroupWriter::write(const std::vector<NewReply>& replies, const std::vector<Done>& waiting) {
  auto added = store_.add(replies);
  note(added ? std::nullopt : std::optional(added.error()));
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (added)
      waiting[i](std::move((*added)[i]));
    else
      waiting[i](tl::unexpected(added.error()));
  }
}

void GroupWriter::tell(const std::vector<Checked>& asking) {
  const auto checked = store_.check();
  // A check that succeeds does not mean that another program's lock has ended.
  if (!checked || last_failure_ != Failure::Kind::busy)
    note(checked ? std::nullopt : std::optional(checked.error()));
  for (const auto& done : asking)
    done(checked);
}

/// Logs what has changed: a disk that stays full is one line, not one for each reply.
void GroupWriter::note(const std::optional<Failure>& failure) {
  const auto kind = failure ? std::optional(failure->kind) : std::nullopt;
  if (kind == last_failure_)
    return;
  last_failure_ = kind;
  if (failure)
    log::error({"Replies cannot be kept: ", log_text(*failure)});
  else
    log::info({"Replies can be kept again"});
}

} // namespace broadside::server::store
