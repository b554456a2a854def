#pragma once

#include "core/error.hpp"
#include "server/store/accounts.hpp"
#include "server/store/records.hpp"
#include "server/store/store.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace broadside::server::store {

struct PostgresqlOptions {
  /// "postgresql://USER:PASSWORD@HOST/DATABASE".
  std::string address;
  /// The time that a statement waits for another transaction.
  std::chrono::milliseconds busy_timeout{5'000};
  /// The number of threads that read.
  std::size_t readers = 4;
};

/// Connects to the database, and brings its tables up to date. Errors: database-malformed, database-unreadable,
/// database-newer (a newer Broadside made it), migration-failed.
tl::expected<std::unique_ptr<Store>, Error> open_postgresql(const PostgresqlOptions&);

/// Does the same with the moderators' accounts in it.
tl::expected<std::unique_ptr<Accounts>, Error> open_postgresql_accounts(const PostgresqlOptions&);

/// Does the same with the records in it.
tl::expected<std::unique_ptr<Records>, Error> open_postgresql_records(const PostgresqlOptions&);

} // namespace broadside::server::store
