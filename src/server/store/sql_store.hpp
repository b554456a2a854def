#pragma once

#include "core/error.hpp"
#include "server/store/database.hpp"
#include "server/store/store.hpp"

#include <tl/expected.hpp>

#include <memory>

namespace broadside::server::store {

/// Brings the database's tables up to date, and returns the store of the replies in it. Throws what SOCI throws if the
/// database cannot be read. Errors: database-newer (a newer Broadside made it), migration-failed.
tl::expected<std::unique_ptr<Store>, Error> store_in(std::unique_ptr<Database>);

} // namespace broadside::server::store
