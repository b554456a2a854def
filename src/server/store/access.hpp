#pragma once

#include "server/store/catching_failures.hpp"
#include "server/store/database.hpp"
#include "server/store/reading.hpp"
#include "server/store/writing.hpp"

#include <soci/soci.h>

#include <memory>
#include <mutex>
#include <utility>

namespace broadside::server::store {

/// An access to the database beside that of the replies. It may be used from several threads. Those that write wait for
/// each other, and have a connection of their own, so that nobody who replies waits for them.
class Access {
public:
  /// Takes a database whose tables are up to date and whose readers are open.
  explicit Access(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  template <typename Work> auto reading(Work work) {
    return catching_failures(*database_, [&] {
      Reading moment(*database_);
      return work(moment.sql());
    });
  }

  /// Runs the work in a transaction that is on the disk when this returns.
  template <typename Work> auto writing(Work work) {
    using Done = Result<decltype(work(std::declval<soci::session&>()))>;
    const std::lock_guard lock(writer_);
    if (auto failure = database_->failure())
      return Done(tl::unexpected(*failure));
    return Done(catching_failures(*database_, [&] {
      Writing transaction(*database_);
      auto result = work(database_->writer());
      transaction.commit();
      return result;
    }));
  }

private:
  std::unique_ptr<Database> database_;
  std::mutex writer_;
};

} // namespace broadside::server::store
