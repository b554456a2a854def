#pragma once

#include "server/store/failure.hpp"
#include "server/store/migrations.hpp"

#include <exception>
#include <optional>
#include <string>

namespace soci {
class connection_pool;
class session;
} // namespace soci

namespace broadside::server::store {

/// The things in which one database differs from another: its connections, a few words of its SQL, its tables, and the
/// meanings of its errors. The store (sql_store.hpp) does the rest, in the SQL that SQLite and PostgreSQL share.
/// Functions that use the database throw what SOCI throws.
class Database {
public:
  virtual ~Database() = default;

  /// Returns the connection of the one thread that writes.
  virtual soci::session& writer() = 0;

  /// Opens the connections of the threads that read. It is called once, when the tables are up to date.
  virtual void open_readers() = 0;
  virtual soci::connection_pool& readers() = 0;

  /// Connects the session anew if its connection is lost. It is called before each transaction.
  virtual void revive(soci::session&) = 0;

  /// Returns the statement that begins a transaction in which all that is read is of one moment.
  virtual std::string begin_reading() const = 0;

  /// Returns the statement that begins a transaction which reads and then writes.
  virtual std::string begin_writing() const = 0;

  /// Waits for other programs that bring the tables up to date, and keeps them waiting until the writer's transaction
  /// ends.
  virtual void lock_migrations() = 0;

  /// Returns the statements that make the tables, and bring older ones up to date.
  virtual const std::vector<Migration>& migrations() const = 0;

  /// Keeps a copy of the database, which is of that version, before it is changed. The writer is within a transaction.
  virtual void back_up(int version) = 0;

  /// Returns the name under which the operator knows it, for messages: a file's path, or an address without a
  /// password.
  virtual std::string name() const = 0;

  /// Returns why something that is written now would be lost, if that can be told without using the database.
  virtual std::optional<Failure> failure() const = 0;

  /// Returns whether there is room for some of the longest replies, as far as that can be told without writing them.
  virtual bool has_room() const = 0;

  /// Writes something that changes nothing, so that a database that cannot be written shows itself.
  virtual void try_writing() = 0;

  /// Returns the failure that an exception of SOCI stands for.
  virtual Failure failure_of(const std::exception&) const = 0;
};

} // namespace broadside::server::store
