#pragma once

#include "core/error.hpp"
#include "server/store/store.hpp"

#include <chrono>
#include <filesystem>
#include <memory>

namespace broadside::server::store {

struct SqliteOptions {
  std::filesystem::path file;
  /// How long a statement waits for another program (a backup, say) that has locked the database.
  std::chrono::milliseconds busy_timeout{5'000};
  /// As many as threads that read.
  std::size_t readers = 4;
};

/// Opens the file, made where there is none, and brings its tables up to date.
/// Errors: database-unreadable, database-newer (made by a newer Broadside), migration-failed.
tl::expected<std::unique_ptr<Store>, Error> open_sqlite(const SqliteOptions&);

} // namespace broadside::server::store
