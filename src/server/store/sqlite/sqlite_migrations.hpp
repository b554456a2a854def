#pragma once

#include "server/store/migrations.hpp"

namespace broadside::server::store {

/// Returns all migrations of an SQLite database, the oldest first.
const std::vector<Migration>& sqlite_migrations();

} // namespace broadside::server::store
