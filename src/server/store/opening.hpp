#pragma once

#include "core/error.hpp"
#include "server/store/accounts.hpp"
#include "server/store/records.hpp"
#include "server/store/store.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace broadside::server::store {

/// A database as the operator names it.
struct Location {
  /// The file of SQLite, or the address of PostgreSQL ("postgresql://USER:PASSWORD@HOST/DATABASE").
  std::string database;
  /// The time that a statement waits for another program that has locked what it needs.
  std::chrono::milliseconds busy_timeout{5'000};
  /// The number of threads that read.
  std::size_t readers = 4;
};

/// Opens the database, which is made if it is a file that is missing, and brings its tables up to date. Errors: those
/// of open_sqlite() and open_postgresql().
tl::expected<std::unique_ptr<Store>, Error> open(const Location&);

/// Does the same with the moderators' accounts in the database.
tl::expected<std::unique_ptr<Accounts>, Error> open_accounts(const Location&);

/// Does the same with the records in the database.
tl::expected<std::unique_ptr<Records>, Error> open_records(const Location&);

} // namespace broadside::server::store
