#pragma once

#include "server/store/database.hpp"

#include <soci/connection-pool.h>
#include <soci/session.h>

#include <exception>

namespace broadside::server::store {

/// A transaction of one of the database's readers, in which all statements read the same moment.
class Reading {
public:
  explicit Reading(Database& database) : sql_(database.readers()) {
    database.revive(sql_);
    sql_ << database.begin_reading();
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() {
    try {
      sql_ << "ROLLBACK";
    } catch (const std::exception&) {
      // The connection is lost, and the transaction with it.
    }
  }

  soci::session& sql() { return sql_; }

private:
  soci::session sql_;
};

} // namespace broadside::server::store
