#pragma once

#include "server/store/database.hpp"

#include <soci/session.h>

namespace broadside::server::store {

/// A transaction of the database's writer. It is rolled back unless it is committed.
class Writing {
public:
  explicit Writing(Database& database) : sql_(database.writer()) { sql_ << database.begin_writing(); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing() {
    if (committed_)
      return;
    try {
      sql_ << "ROLLBACK";
    } catch (const std::exception&) {
      // The database has already rolled back by itself, as SQLite does on a full disk.
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
