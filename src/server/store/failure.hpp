#pragma once

#include "server/process/log.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::server::store {

/// The reason why the database did not do what it was asked to do. The work is undone, and may be tried again later. A
/// failure does not hold the exception's message, because SOCI quotes the statement's values there, which are readers'
/// names and addresses.
struct Failure {
  enum class Kind : std::uint8_t {
    busy,      // another program has locked the database
    full,      // the disk is full, or a quota or the process's limit is reached
    read_only, // the file cannot be written
    // the database's files were removed or replaced after they were opened
    detached,
    conflict,    // another transaction was in the way, again and again
    unreachable, // the database server does not answer, or has closed the connection
    broken,      // anything else, such as a damaged file
  };
  Kind kind;
  /// The database's own number for the failure, and the function that says in the database's words what such a number
  /// means ("SQLite's result code 13: database or disk is full"). There is none if the database was not used.
  int code = 0;
  std::string (*meaning)(int code) = nullptr;
};

/// Returns words for it, for readers and operators: "the disk is full, or cannot be written".
std::string_view words_of(Failure::Kind);

/// Returns words for the operator: "the disk is full, or cannot be written (SQLite's result code 13: database or disk
/// is full)".
std::string sentence_of(const Failure&);

/// Returns the same for the log.
log::Text log_text(const Failure&);

} // namespace broadside::server::store
