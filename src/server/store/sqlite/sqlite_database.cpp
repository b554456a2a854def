#include "server/store/sqlite/sqlite_database.hpp"

#include "server/process/log.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/sqlite/backup.hpp"
#include "server/store/sqlite/private_file.hpp"
#include "server/store/sqlite/sqlite_migrations.hpp"
#include "server/store/sqlite/sqlite_session.hpp"

#include <soci/soci.h>

#include <limits>

namespace broadside::server::store {

SqliteDatabase::SqliteDatabase(const SqliteOptions& options) : options_(options), readers_(options.readers) {
  create_private(options.file);
  connect(writer_, options.file, options.busy_timeout);
  // In this mode readers and the writer do not wait for each other, and what is committed survives a power cut.
  use_write_ahead_log(writer_, options.busy_timeout);
  writer_ << "PRAGMA synchronous = FULL";
}

void SqliteDatabase::open_readers() {
  for (std::size_t i = 0; i < options_.readers; ++i) {
    connect(readers_.at(i), options_.file, options_.busy_timeout);
    readers_.at(i) << "PRAGMA query_only = ON";
    // The first read opens the log and its index; later there might be no descriptors left for them.
    int version = 0;
    readers_.at(i) << "SELECT version FROM schema_version", soci::into(version);
  }
  files_ = OpenFiles(options_.file);
}

/// Takes the write lock at the transaction's start, where the busy timeout applies. A transaction that starts by
/// reading can get SQLITE_BUSY at its first write, without any wait.
std::string SqliteDatabase::begin_writing() const { return "BEGIN IMMEDIATE"; }

const std::vector<Migration>& SqliteDatabase::migrations() const { return sqlite_migrations(); }

/// Uses a connection of its own, which reads the database as it is while the writer holds the lock: VACUUM INTO cannot
/// run within a transaction.
void SqliteDatabase::back_up(int version) {
  const std::string copy = name() + ".version-" + std::to_string(version);
  std::filesystem::remove(copy);
  copy_database(options_.file, copy, std::chrono::milliseconds(0));
  log::info({"The database has version ", version, "; a copy is kept in ", log::Text::by_operator(copy)});
}

std::optional<Failure> SqliteDatabase::failure() const {
  if (files_.are_in_place())
    return std::nullopt;
  return Failure{Failure::Kind::detached};
}

/// Writes a number in the file's header that nothing else uses. An UPDATE that changes nothing would write nothing.
void SqliteDatabase::try_writing() {
  int number = 0;
  writer_ << "PRAGMA user_version", soci::into(number);
  writer_ << "PRAGMA user_version = " << (number == std::numeric_limits<int>::max() ? 0 : number + 1);
}

Failure SqliteDatabase::failure_of(const std::exception& exception) const { return store::failure_of(exception); }

namespace {

template <typename Open>
auto opened_by(Open open, const SqliteOptions& options) -> decltype(open(std::unique_ptr<Database>())) {
  try {
    return open(std::make_unique<SqliteDatabase>(options));
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"database-unreadable", options.file.string(), sentence_of(failure_of(exception))});
  }
}

} // namespace

tl::expected<std::unique_ptr<Store>, Error> open_sqlite(const SqliteOptions& options) {
  return opened_by(store_in, options);
}

tl::expected<std::unique_ptr<Accounts>, Error> open_sqlite_accounts(const SqliteOptions& options) {
  return opened_by(accounts_in, options);
}

tl::expected<std::unique_ptr<Records>, Error> open_sqlite_records(const SqliteOptions& options) {
  return opened_by(records_in, options);
}

} // namespace broadside::server::store
