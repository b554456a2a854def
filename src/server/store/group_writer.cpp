#include "server/store/group_writer.hpp"

#include <spdlog/spdlog.h>

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

void GroupWriter::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !replies_.empty(); });
    if (replies_.empty())
      return;
    auto replies = std::exchange(replies_, {});
    auto waiting = std::exchange(waiting_, {});
    lock.unlock();
    write(replies, waiting);
    lock.lock();
  }
}

void GroupWriter::write(const std::vector<NewReply>& replies, const std::vector<Done>& waiting) {
  auto added = store_.add(replies);
  if (!added)
    spdlog::error("{} replies could not be stored: {}", replies.size(), added.error().message);
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (added)
      waiting[i](std::move((*added)[i]));
    else
      waiting[i](tl::unexpected(added.error()));
  }
}

} // namespace broadside::server::store
