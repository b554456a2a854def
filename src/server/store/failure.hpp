#pragma once

#include "server/process/log.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::server::store {

/// Why the database did not do what it was asked to. It is undone, and may be asked again later. There
/// is no room for what an exception says: SOCI's messages quote the values of the statement, which are readers' names
/// and addresses.
struct Failure {
  enum class Kind : std::uint8_t {
    busy,      // another program has locked the database
    full,      // the disk is, or a quota or the process's limit is reached
    read_only, // the file cannot be written
    detached,  // its files were removed, or others took their place, since they were opened
    broken,    // anything else, such as a damaged file
  };
  Kind kind;
  /// The database's own number for it, and the function that says in the database's words what such a number means
  /// ("SQLite's result code 13: database or disk is full"). None where the database was not asked.
  int code = 0;
  std::string (*meaning)(int code) = nullptr;
};

/// Returns the words for it, for readers and operators: "the disk is full, or cannot be written".
std::string_view words_of(Failure::Kind);

/// Returns the words for whoever runs the server: "the disk is full, or cannot be written (SQLite's result code 13:
/// database or disk is full)".
std::string sentence_of(const Failure&);

/// Returns the same for the log.
log::Text log_text(const Failure&);

} // namespace broadside::server::store
