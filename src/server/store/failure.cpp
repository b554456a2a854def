#include "server/store/failure.hpp"

#include <sqlite3.h>

namespace broadside::server::store {

log::Text words_of(Failure::Kind kind) {
  switch (kind) {
  case Failure::Kind::busy:
    return "another program has locked the database";
  case Failure::Kind::full:
    return "the disk is full, or cannot be written";
  case Failure::Kind::read_only:
    return "the database's file cannot be written";
  case Failure::Kind::detached:
    return "the database's file, or one of those beside it (-wal, -shm), was removed or replaced; start the server "
           "anew "
           "once the right ones are there";
  default:
    return "the database cannot be used";
  }
}

std::string sentence_of(const Failure& failure) {
  std::string sentence(words_of(failure.kind).view());
  if (failure.code != 0)
    sentence += " (SQLite's result code " + std::to_string(failure.code) + ": " + sqlite3_errstr(failure.code) + ")";
  return sentence;
}

} // namespace broadside::server::store
