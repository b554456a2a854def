#pragma once

#include "server/store/database.hpp"
#include "server/store/sqlite/open_files.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

#include <soci/connection-pool.h>
#include <soci/session.h>

namespace broadside::server::store {

/// An SQLite file, with its log and the log's index beside it.
class SqliteDatabase final : public Database {
public:
  /// Opens the file, and makes it if there is none. Throws what SOCI throws.
  explicit SqliteDatabase(const SqliteOptions&);

  soci::session& writer() override { return writer_; }
  void open_readers() override;
  soci::connection_pool& readers() override { return readers_; }
  /// The file that is open stays open.
  void revive(soci::session&) override {}
  std::string begin_reading() const override { return "BEGIN"; }
  std::string begin_writing() const override;
  /// The writer's transaction has locked the file already.
  void lock_migrations() override {}
  const std::vector<Migration>& migrations() const override;
  /// Copies it to "FILE.version-N".
  void back_up(int version) override;
  std::string name() const override { return options_.file.string(); }
  std::optional<Failure> failure() const override;
  bool has_room() const override { return files_.have_room(); }
  void try_writing() override;
  Failure failure_of(const std::exception&) const override;

private:
  SqliteOptions options_;
  soci::session writer_;
  soci::connection_pool readers_;
  OpenFiles files_;
};

} // namespace broadside::server::store
