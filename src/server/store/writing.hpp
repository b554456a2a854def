#pragma once

#include "server/store/database.hpp"

#include <soci/session.h>

#include <exception>

namespace broadside::server::store {

/// Says that a connection was lost while a transaction was being committed, so that nobody knows whether it was.
struct OutcomeUnknown : std::exception {
  explicit OutcomeUnknown(Failure unreachable) : failure(unreachable) {}
  const char* what() const noexcept override { return "the connection was lost at the commit"; }
  Failure failure;
};

/// A transaction of the database's writer. It is rolled back unless it is committed.
class Writing {
public:
  explicit Writing(Database& database) : database_(database), sql_(database.writer()) {
    database.revive(sql_);
    sql_ << database.begin_writing();
  }
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
    try {
      sql_ << "COMMIT";
    } catch (const std::exception& exception) {
      const auto failure = database_.failure_of(exception);
      if (failure.kind == Failure::Kind::unreachable)
        throw OutcomeUnknown(failure);
      throw;
    }
    committed_ = true;
  }

private:
  Database& database_;
  soci::session& sql_;
  bool committed_ = false;
};

} // namespace broadside::server::store
