#pragma once

#include <soci/soci.h>

#include <string>

namespace broadside::server::store {

/// Begins to read the rows of a statement whose columns and parameters have been exchanged. fetch() reads them one by
/// one.
inline void begin_reading(soci::statement& statement, const std::string& text) {
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  statement.execute();
}

/// Reads the first row of such a statement. Returns false if there is none.
inline bool read_first(soci::statement& statement, const std::string& text) {
  begin_reading(statement, text);
  return statement.fetch();
}

} // namespace broadside::server::store
