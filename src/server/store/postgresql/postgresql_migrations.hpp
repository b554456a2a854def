#pragma once

#include "server/store/migrations.hpp"

namespace broadside::server::store {

/// Returns all migrations of a database of PostgreSQL, the oldest first. The first makes what all of SQLite's until
/// then have made.
const std::vector<Migration>& postgresql_migrations();

} // namespace broadside::server::store
