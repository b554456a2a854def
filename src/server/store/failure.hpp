#pragma once

#include "server/log.hpp"

#include <cstdint>
#include <string>

namespace broadside::server::store {

/// Why the database did not do what it was asked to. It is undone, and may be asked again later. There is no room for
/// what an exception says: SOCI's messages quote the values of the statement, which are readers' names and addresses.
struct Failure {
  enum class Kind : std::uint8_t {
    busy,      // another program has locked the database
    full,      // the disk is, or a quota or the process's limit is reached
    read_only, // the file cannot be written
    detached,  // its files were removed, or others took their place, since they were opened
    broken,    // anything else, such as a damaged file
  };
  Kind kind;
  /// SQLite's extended result code (https://sqlite.org/rescode.html); 0 where SQLite was not asked.
  int code = 0;
};

/// For the log: "the disk is full".
log::Text words_of(Failure::Kind);

/// For whoever starts the server: "the disk is full (SQLite's result code 13: database or disk is full)".
std::string sentence_of(const Failure&);

} // namespace broadside::server::store
