#pragma once

#include "server/store/store.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace broadside::server::store {

/// Writes replies on a thread of its own, in groups: while one group is being committed, the next one gathers. So a
/// durable commit, which waits for the disk, serves all that wait for it.
class GroupWriter {
public:
  using Done = std::function<void(Result<Added>)>;
  using AlterDone = std::function<void(Result<Altered>)>;
  using DecideDone = std::function<void(Result<Decided>)>;
  using CheckDone = std::function<void(Result<void>)>;

  explicit GroupWriter(Store&);
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;
  /// Writes the replies that wait, and ends.
  ~GroupWriter();

  /// Calls `done` on the writer's thread when the reply is on the disk, or has failed.
  void add(NewReply, Done done);

  /// Does the same with an alteration.
  void alter(Alteration, AlterDone done);

  /// Does the same with a decision.
  void decide(Decision, DecideDone done);

  /// Calls `done` on the writer's thread with whether replies can be read and kept. All calls that come while the
  /// writer is at work get the same answer.
  void check(CheckDone done);

private:
  /// Entries that wait for the writer, and a callback for each.
  template <typename Entry, typename Made> struct Waiting {
    std::vector<Entry> entries;
    std::vector<std::function<void(Result<Made>)>> callbacks;
    bool empty() const { return entries.empty(); }
  };
  template <typename Entry, typename Made>
  void wait_for_writer(Waiting<Entry, Made>& waiting, Entry entry, std::function<void(Result<Made>)> done);

  void run();
  /// Hands the results, or the failure that they share, to the callbacks.
  template <typename T>
  void deliver(Result<std::vector<T>> results, const std::vector<std::function<void(Result<T>)>>&);
  void run_checks(const std::vector<CheckDone>& checks);
  void log_change(const std::optional<Failure>& failure);

  Store& store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Waiting<NewReply, Added> replies_;
  Waiting<Alteration, Altered> alterations_;
  Waiting<Decision, Decided> decisions_;
  std::vector<CheckDone> checks_;
  bool ending_ = false;
  std::optional<Failure::Kind> last_failure_; // used by the writer's thread alone
  std::thread thread_;
};

} // namespace broadside::server::store
