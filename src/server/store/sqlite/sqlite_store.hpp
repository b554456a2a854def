#pragma once

#include "core/error.hpp"
#include "server/store/accounts.hpp"
#include "server/store/records.hpp"
#include "server/store/store.hpp"

#include <chrono>
#include <filesystem>
#include <memory>

namespace broadside::server::store {

struct SqliteOptions {
  std::filesystem::path file;
  /// The time that a statement waits for another program, such as a backup, that has locked the database.
  std::chrono::milliseconds busy_timeout{5'000};
  /// The number of threads that read.
  std::size_t readers = 4;
};

/// Opens the file, makes it if there is none, and brings its tables up to date. Errors: database-unreadable,
/// database-newer (a newer Broadside made it), migration-failed.
tl::expected<std::unique_ptr<Store>, Error> open_sqlite(const SqliteOptions&);

/// Does the same with the moderators' accounts in the file.
tl::expected<std::unique_ptr<Accounts>, Error> open_sqlite_accounts(const SqliteOptions&);

/// Does the same with the records in the file.
tl::expected<std::unique_ptr<Records>, Error> open_sqlite_records(const SqliteOptions&);

} // namespace broadside::server::store
