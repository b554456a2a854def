#pragma once

#include "server/store/store.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace broadside::server::store {

/// Writes replies on a thread of its own, in groups: while one group is being committed the next one gathers. So a
/// durable commit, which waits for the disk, is shared by all who wait for it.
class GroupWriter {
public:
  using Done = std::function<void(Result<Added>)>;

  explicit GroupWriter(Store&);
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;
  /// Writes what is waiting, and ends.
  ~GroupWriter();

  /// Calls `done` on the writer's thread when the reply is on the disk, or is not going to be.
  void add(NewReply, Done done);

private:
  void run();
  void write(const std::vector<NewReply>& replies, const std::vector<Done>& waiting);

  Store& store_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<NewReply> replies_;
  std::vector<Done> waiting_; // one for each of replies_
  bool ending_ = false;
  std::thread thread_;
};

} // namespace broadside::server::store
