#pragma once

#include "server/store/store.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace broadside::server::store {

/// Writes replies on a thread of its own, in groups: while one group is being committed the next one gathers. So a
/// durable commit, which waits for the disk, is shared by all who wait for it.
class GroupWriter {
public:
  using Done = std::function<void(Result<Added>)>;
  using Checked = std::function<void(Result<void>)>;

  explicit GroupWriter(Store&);
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;
  /// Writes what is waiting, and ends.
  ~GroupWriter();

  /// Calls `done` on the writer's thread when the reply is on the disk, or is not going to be.
  void add(NewReply, Done done);

  /// Calls `done` on the writer's thread with whether replies can be read and kept. All who ask while the writer is at
  /// work get the same answer.
  void check(Checked done);

private:
  void run();
  void write(const std::vector<NewReply>& replies, const std::vector<Done>& waiting);
  void tell(const std::vector<Checked>& asking);
  void note(const std::optional<Failure>& failure);

  Store& store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<NewReply> replies_;
  std::vector<Done> waiting_; // one for each of replies_
  std::vector<Checked> asking_;
  bool ending_ = false;
  std::optional<Failure::Kind> last_failure_; // of the writer's thread alone
  std::thread thread_;
};

} // namespace broadside::server::store
