#include "server/store/postgresql/postgresql_database.hpp"

#include "server/store/postgresql/postgresql_migrations.hpp"
#include "server/store/postgresql/sql_state.hpp"
#include "server/store/sql_store.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace broadside::server::store {

namespace {

/// Keeps libpq from writing to standard error that a table is there already.
void silence_notices(soci::session& sql) {
  PQsetNoticeProcessor(
      static_cast<soci::postgresql_session_backend*>(sql.get_backend())->conn_, [](void*, const char*) {}, nullptr);
}

} // namespace

PostgresqlDatabase::PostgresqlDatabase(ConnectionText connection, const PostgresqlOptions& options)
    : connection_(std::move(connection)), options_(options), writer_(soci::postgresql, connection_.text),
      readers_(options.readers) {
  silence_notices(writer_);
  make_lock_of_migrations();
}

/// Programs that start at once may all find no such table, and then make it. PostgreSQL refuses all but one of them,
/// even with IF NOT EXISTS.
void PostgresqlDatabase::make_lock_of_migrations() {
  const std::string make = "CREATE TABLE IF NOT EXISTS migrating (one INTEGER NOT NULL PRIMARY KEY)";
  try {
    writer_ << make;
  } catch (const soci::postgresql_soci_error&) {
    writer_ << make;
  }
}

void PostgresqlDatabase::lock_migrations() {
  writer_ << "INSERT INTO migrating (one) VALUES (1) ON CONFLICT (one) DO UPDATE SET one = excluded.one";
}

void PostgresqlDatabase::open_readers() {
  for (std::size_t i = 0; i < options_.readers; ++i)
    readers_.at(i).open(soci::postgresql, connection_.text);
}

void PostgresqlDatabase::revive(soci::session& sql) {
  if (sql.is_connected())
    return;
  sql.reconnect();
  silence_notices(sql);
}

/// Otherwise each statement would read what was committed before it, and not before the transaction.
std::string PostgresqlDatabase::begin_reading() const { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }

/// Each statement sees what the transaction before it on the article's row has committed. The two statements are one
/// message; a pool of connections would lose a setting that lasts longer than the transaction.
std::string PostgresqlDatabase::begin_writing() const {
  return "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = " +
         std::to_string(options_.busy_timeout.count());
}

const std::vector<Migration>& PostgresqlDatabase::migrations() const { return postgresql_migrations(); }

void PostgresqlDatabase::try_writing() { writer_ << "UPDATE schema_version SET version = version"; }

Failure PostgresqlDatabase::failure_of(const std::exception& exception) const {
  return postgresql_failure_of(exception);
}

namespace {

template <typename Open>
auto postgresql_opened_by(Open open, const PostgresqlOptions& options) -> decltype(open(std::unique_ptr<Database>())) {
  auto connection = ConnectionText::parse(options.address);
  if (!connection)
    return tl::unexpected(connection.error());
  const auto name = connection->name;
  try {
    return open(std::make_unique<PostgresqlDatabase>(*std::move(connection), options));
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"database-unreadable", name, exception.what()});
  }
}

} // namespace

tl::expected<std::unique_ptr<Store>, Error> open_postgresql(const PostgresqlOptions& options) {
  return postgresql_opened_by(store_in, options);
}

tl::expected<std::unique_ptr<Accounts>, Error> open_postgresql_accounts(const PostgresqlOptions& options) {
  return postgresql_opened_by(accounts_in, options);
}

tl::expected<std::unique_ptr<Records>, Error> open_postgresql_records(const PostgresqlOptions& options) {
  return postgresql_opened_by(records_in, options);
}

} // namespace broadside::server::store
