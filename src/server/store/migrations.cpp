#include "server/store/migrations.hpp"

#include "server/process/log.hpp"
#include "server/store/database.hpp"
#include "server/store/writing.hpp"

#include <soci/soci.h>

namespace broadside::server::store {

namespace {

int version_of(soci::session& sql) {
  sql << "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";
  int version = 0;
  sql << "SELECT coalesce(max(version), 0) FROM schema_version", soci::into(version);
  return version;
}

void apply(soci::session& sql, const std::vector<Migration>& migrations, int version) {
  for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next)
    for (const std::string& statement : migrations[next])
      sql << statement;
  sql << "DELETE FROM schema_version";
  const auto latest = static_cast<int>(migrations.size());
  sql << "INSERT INTO schema_version (version) VALUES (:latest)", soci::use(latest);
}

} // namespace

tl::expected<void, Error> migrate(Database& database, const std::vector<Migration>& migrations) {
  try {
    // Two servers may be started at the same time, so the version is read under the same lock under which it is
    // changed.
    Writing writing(database);
    database.lock_migrations();
    const int version = version_of(database.writer());
    const auto latest = static_cast<int>(migrations.size());
    if (version > latest)
      return tl::unexpected(Error{"database-newer", database.name(),
                                  "The database has version " + std::to_string(version) +
                                      ", made by a newer Broadside; this one knows versions up to " +
                                      std::to_string(latest) + ". Nothing was changed."});
    if (version == latest)
      return {};
    if (version > 0)
      database.back_up(version);
    apply(database.writer(), migrations, version);
    writing.commit();
    log::info({"The database ", log::Text::by_operator(database.name()), " now has version ", latest});
    return {};
  } catch (const std::exception& exception) {
    return tl::unexpected(
        Error{"migration-failed", database.name(),
              "The database was left as it was: " + sentence_of(database.failure_of(exception)) + "."});
  }
}

} // namespace broadside::server::store
