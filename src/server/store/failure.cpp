#include "server/store/failure.hpp"

namespace broadside::server::store {

std::string_view words_of(Failure::Kind kind) {
  switch (kind) {
  case Failure::Kind::busy:
    return "another program has locked the database";
  case Failure::Kind::full:
    return "the disk is full, or cannot be written";
  case Failure::Kind::read_only:
    return "the database's file cannot be written";
  case Failure::Kind::detached:
    return "the database's file, or one of those beside it (-wal, -shm), was removed or replaced; start the server "
           "anew once the right ones are there";
  case Failure::Kind::conflict:
    return "too much is written to the database at once";
  case Failure::Kind::unreachable:
    return "the database server does not answer";
  default:
    return "the database cannot be used";
  }
}

std::string sentence_of(const Failure& failure) {
  std::string sentence(words_of(failure.kind));
  if (failure.meaning != nullptr)
    sentence.append(" (").append(failure.meaning(failure.code)).append(")");
  return sentence;
}

log::Text log_text(const Failure& failure) { return log::Text::by_database(sentence_of(failure)); }

} // namespace broadside::server::store
