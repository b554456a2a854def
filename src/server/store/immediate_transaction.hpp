#pragma once

#include <soci/session.h>

namespace broadside::server::store {

/// A transaction that takes SQLite's write lock at its start, where the busy timeout holds. One that starts by reading
/// (soci::transaction) can meet SQLITE_BUSY at its first write, at once. Undone unless committed.
class ImmediateTransaction {
public:
  explicit ImmediateTransaction(soci::session& sql) : sql_(sql) { sql_ << "BEGIN IMMEDIATE"; }
  ImmediateTransaction(const ImmediateTransaction&) = delete;
  ImmediateTransaction& operator=(const ImmediateTransaction&) = delete;
  ~ImmediateTransaction() {
    if (committed_)
      return;
    try {
      sql_ << "ROLLBACK";
    } catch (const std::exception&) {
      // SQLite has already rolled back by itself, as it does on a full disk.
    }
  }

  void commit() {
    sql_ << "COMMIT";
    committed_ = true;
  }

private:
  soci::session& sql_;
  bool committed_ = false;
};

} // namespace broadside::server::store
