#pragma once

#include "server/store/migrations.hpp"

namespace broadside::server::store {

/// All migrations of a database of SQLite, oldest first.
const std::vector<Migration>& sqlite_migrations();

} // namespace broadside::server::store
