#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace soci {
class session;
}

namespace broadside::server::store {

/// The statements that bring a database from one version to the next. Version 0 is the empty database.
using Migration = std::vector<std::string>;

/// All of them, oldest first. Those that have been released are never changed.
const std::vector<Migration>& migrations();

/// Brings the database to the last migration's version, in one transaction: all of it or nothing. Before a database
/// that holds something is changed, it is copied to "FILE.version-N". Errors: database-newer, migration-failed.
tl::expected<void, Error> migrate(soci::session&, const std::filesystem::path& file, const std::vector<Migration>&);

} // namespace broadside::server::store
