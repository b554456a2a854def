#include "server/store/opening.hpp"

#include "server/store/postgresql/connection_text.hpp"
#include "server/store/postgresql/postgresql_store.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace broadside::server::store {

tl::expected<std::unique_ptr<Store>, Error> open(const Location& location) {
  if (is_postgresql_address(location.database))
    return open_postgresql({location.database, location.busy_timeout, location.readers});
  return open_sqlite({location.database, location.busy_timeout, location.readers});
}

tl::expected<std::unique_ptr<Accounts>, Error> open_accounts(const Location& location) {
  if (is_postgresql_address(location.database))
    return open_postgresql_accounts({location.database, location.busy_timeout, location.readers});
  return open_sqlite_accounts({location.database, location.busy_timeout, location.readers});
}

tl::expected<std::unique_ptr<Records>, Error> open_records(const Location& location) {
  if (is_postgresql_address(location.database))
    return open_postgresql_records({location.database, location.busy_timeout, location.readers});
  return open_sqlite_records({location.database, location.busy_timeout, location.readers});
}

} // namespace broadside::server::store
