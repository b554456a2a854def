#pragma once

#include <soci/soci.h>

#include <string>

namespace broadside::server::store {

/// Begins to read the rows of a statement whose columns and parameters have been exchanged. fetch() reads them one by
/// one. The statement is for one use: PostgreSQL would keep another one under a name, which takes three messages
/// instead of one, and which a pool of connections (PgBouncer) loses.
inline void begin_reading(soci::statement& statement, const std::string& text) {
  statement.alloc();
  statement.prepare(text, soci::details::st_one_time_query);
  statement.define_and_bind();
  statement.execute();
}

/// Reads the first row of such a statement. Returns false if there is none.
inline bool read_first(soci::statement& statement, const std::string& text) {
  begin_reading(statement, text);
  return statement.fetch();
}

} // namespace broadside::server::store
