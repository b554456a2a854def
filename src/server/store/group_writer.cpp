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

template <typename Entry, typename Made>
void GroupWriter::wait_for_writer(Waiting<Entry, Made>& waiting, Entry entry, std::function<void(Result<Made>)> done) {
  {
    const std::lock_guard lock(mutex_);
    waiting.entries.push_back(std::move(entry));
    waiting.callbacks.push_back(std::move(done));
  }
  changed_.notify_one();
}

void GroupWriter::add(NewReply reply, Done done) { wait_for_writer(replies_, std::move(reply), std::move(done)); }

void GroupWriter::alter(Alteration alteration, AlterDone done) {
  wait_for_writer(alterations_, std::move(alteration), std::move(done));
}

void GroupWriter::decide(Decision decision, DecideDone done) {
  wait_for_writer(decisions_, std::move(decision), std::move(done));
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
    const auto has_work = [this] {
      return !replies_.empty() || !alterations_.empty() || !decisions_.empty() || !checks_.empty();
    };
    changed_.wait(lock, [&] { return ending_ || has_work(); });
    if (!has_work())
      return;
    const auto replies = std::exchange(replies_, {});
    const auto alterations = std::exchange(alterations_, {});
    const auto decisions = std::exchange(decisions_, {});
    const auto checks = std::exchange(checks_, {});
    lock.unlock();
    if (!replies.empty())
      deliver(store_.add(replies.entries), replies.callbacks);
    if (!alterations.empty())
      deliver(store_.alter(alterations.entries), alterations.callbacks);
    if (!decisions.empty())
      deliver(store_.decide(decisions.entries), decisions.callbacks);
    if (!checks.empty())
      run_checks(checks);
    lock.lock();
  }
}

template <typename T>
void GroupWriter::deliver(Result<std::vector<T>> results,
                          const std::vector<std::function<void(Result<T>)>>& callbacks) {
  log_change(results ? std::nullopt : std::optional(results.error()));
  for (std::size_t i = 0; i < callbacks.size(); ++i) {
    if (results)
      callbacks[i](std::move((*results)[i]));
    else
      callbacks[i](tl::unexpected(results.error()));
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
