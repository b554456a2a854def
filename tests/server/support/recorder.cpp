#include "support/recorder.hpp"

namespace broadside::test {

using server::replies::Published;

void Recorder::on(const Published& event) {
  {
    const std::lock_guard lock(mutex_);
    events_.push_back(event);
  }
  note(event.reply.text);
}

void Recorder::missed(std::size_t events) { note("missed " + std::to_string(events)); }

void Recorder::note(const std::string& text) {
  std::unique_lock lock(mutex_);
  busy_ = true;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
  busy_ = false;
  heard_.push_back(text);
  changed_.notify_all();
}

void Recorder::close_gate() {
  const std::lock_guard lock(mutex_);
  open_ = false;
}

void Recorder::open_gate() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

void Recorder::wait_until_busy() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return busy_; });
}

std::vector<std::string> Recorder::heard(std::size_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return heard_.size() >= count; });
  return heard_;
}

std::vector<Published> Recorder::events(std::size_t count) {
  heard(count);
  const std::lock_guard lock(mutex_);
  return events_;
}

} // namespace broadside::test
