#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace broadside::server::store {

class Database;

/// The statements that bring a database from one version to the next. Version 0 is the empty database. A migration that
/// has been released is never changed.
using Migration = std::vector<std::string>;

/// Brings the database to the last migration's version in one transaction, wholly or not at all. It keeps a copy of a
/// database that holds something before it changes it. Errors: database-newer, migration-failed.
tl::expected<void, Error> migrate(Database&, const std::vector<Migration>&);

} // namespace broadside::server::store
