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

/// What differs from one database to the next: how it is connected to, a few of its words, its tables, and what its
/// errors mean. The store (sql_store.hpp) does the rest, in the SQL that SQLite and PostgreSQL share. What
/// asks the database throws what SOCI throws.
class Database {
public:
  virtual ~Database() = default;

  /// The connection of the one thread that writes.
  virtual soci::session& writer() = 0;

  /// Opens the connections of those who read. Called once, when the tables are up to date.
  virtual void open_readers() = 0;
  virtual soci::connection_pool& readers() = 0;

  /// The statement that begins a transaction which reads and then writes.
  virtual std::string begin_writing() const = 0;

  /// An expression for how many bytes the column's text has in UTF-8.
  virtual std::string bytes_of(const std::string& column) const = 0;

  /// The statements that make the tables, and bring older ones up to date.
  virtual const std::vector<Migration>& migrations() const = 0;

  /// Keeps a copy of the database, which is of that version, before it is changed. The writer is within a transaction.
  virtual void back_up(int version) = 0;

  /// The name under which the operator knows it, for messages: a file's path.
  virtual std::string name() const = 0;

  /// Returns why what is written now would be lost, where that can be told without asking the database.
  virtual std::optional<Failure> failure() const = 0;

  /// Returns whether there is room for some of the longest replies, as far as that can be told without writing them.
  virtual bool has_room() const = 0;

  /// Writes something that changes nothing, so that a database that cannot be written shows.
  virtual void try_writing() = 0;

  /// Returns the failure that an exception of SOCI stands for.
  virtual Failure failure_of(const std::exception&) const = 0;
};

} // namespace broadside::server::store
