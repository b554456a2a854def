#pragma once

#include "server/store/database.hpp"
#include "server/store/postgresql/connection_text.hpp"
#include "server/store/postgresql/postgresql_store.hpp"

#include <soci/connection-pool.h>
#include <soci/session.h>

namespace broadside::server::store {

/// A database of PostgreSQL, which several processes may use at once. The processes wait for each other at the rows of
/// the articles alone.
class PostgresqlDatabase final : public Database {
public:
  /// Connects. Throws what SOCI throws, with a message that holds nothing of what readers write.
  PostgresqlDatabase(ConnectionText, const PostgresqlOptions&);

  soci::session& writer() override { return writer_; }
  void open_readers() override;
  soci::connection_pool& readers() override { return readers_; }
  void revive(soci::session&) override;
  std::string begin_reading() const override;
  std::string begin_writing() const override;
  void lock_migrations() override;
  const std::vector<Migration>& migrations() const override;
  /// Keeps no copy: the operator's backups do, and a migration is done wholly or not at all.
  void back_up(int /*version*/) override {}
  std::string name() const override { return connection_.name; }
  std::optional<Failure> failure() const override { return std::nullopt; }
  bool has_room() const override { return true; }
  void try_writing() override;
  Failure failure_of(const std::exception&) const override;

private:
  void make_lock_of_migrations();

  ConnectionText connection_;
  PostgresqlOptions options_;
  soci::session writer_;
  soci::connection_pool readers_;
};

} // namespace broadside::server::store
