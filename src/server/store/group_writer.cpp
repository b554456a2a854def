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
    callbacks_.push_back(std::move(done));
  }
  changed_.notify_one();
}

void GroupWriter::check(CheckDone done) {
  {
    const std::lock_guard lock(mutex_);
    checks_.push_back(std::move(done));
  }
  changed_.notify_one();
}

void GroupWriter::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !replies_.empty() || !checks_.empty(); });
    if (replies_.empty() && checks_.empty())
      return;
    const auto replies = std::exchange(replies_, {});
    const auto callbacks = std::exchange(callbacks_, {});
    const auto checks = std::exchange(checks_, {});
    lock.unlock();
    if (!replies.empty())
      write(replies, callbacks);
    if (!checks.empty())
      run_checks(checks);
    lock.lock();
  }
}

void GroupWriter::write(const std::vector<NewReply>& replies, const std::vector<Done>& callbacks) {
  auto added = store_.add(replies);
  log_change(added ? std::nullopt : std::optional(added.error()));
  for (std::size_t i = 0; i < callbacks.size(); ++i) {
    if (added)
      callbacks[i](std::move((*added)[i]));
    else
      callbacks[i](tl::unexpected(added.error()));
  }
}

void GroupWriter::run_checks(const std::vector<CheckDone>& checks) {
  const auto checked = store_.check();
  // A check that succeeds does not mean that another program's lock has ended.
  if (!checked || last_failure_ != Failure::Kind::busy)
    log_change(checked ? std::nullopt : std::optional(checked.error()));
  for (const auto& done : checks)
    done(checked);
}

/// Logs a change of state only: a disk that stays full is one line, and not one for each reply.
void GroupWriter::log_change(const std::optional<Failure>& failure) {
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
