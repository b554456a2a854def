#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace broadside::server::store {

class Database;

/// The statements that bring a database from one version to the next. Version 0 is the empty database. Those that have
/// been released are never changed.
using Migration = std::vector<std::string>;

/// Brings the database to the last migration's version, in one transaction: all of it or nothing. Before a database
/// that holds something is changed, a copy of it is kept. Errors: database-newer, migration-failed.
tl::expected<void, Error> migrate(Database&, const std::vector<Migration>&);

} // namespace broadside::server::store
