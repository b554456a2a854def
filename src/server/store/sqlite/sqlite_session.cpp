#include "server/store/sqlite/sqlite_session.hpp"

// This header includes sqlite3.h inside a namespace of its own; another include of sqlite3.h here would leave one of
// the two empty.
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <thread>

namespace broadside::server::store {

namespace {

sqlite_api::sqlite3*& handle_of(soci::session& sql) {
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

constexpr int primary = 0xff;

Failure::Kind kind_of(int code) {
  // SQLite recognises a full disk by ENOSPC alone, but not a quota (EDQUOT) or the process's own limit (EFBIG).
  if (code == SQLITE_IOERR_WRITE)
    return Failure::Kind::full;
  switch (code & primary) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return Failure::Kind::busy;
  case SQLITE_FULL:
    return Failure::Kind::full;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return Failure::Kind::read_only;
  default:
    return Failure::Kind::broken;
  }
}

/// Returns what an extended result code means: https://sqlite.org/rescode.html.
std::string meaning_of(int code) {
  return "SQLite's result code " + std::to_string(code) + ": " + sqlite_api::sqlite3_errstr(code);
}

} // namespace

void connect(soci::session& sql, const std::filesystem::path& file, std::chrono::milliseconds busy_timeout) {
  // SOCI's connection string cannot express a name that holds quotes.
  sql.open(soci::sqlite3, ":memory:");
  auto*& handle = handle_of(sql);
  sqlite_api::sqlite3_close(handle);
  // The path is absolute, since SQLite gives ":memory:" and "" special meanings.
  const auto path = std::filesystem::absolute(file);
  const int code =
      sqlite_api::sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (code != SQLITE_OK)
    throw soci::sqlite3_soci_error("cannot open", code);
  sqlite_api::sqlite3_extended_result_codes(handle, 1);
  sql << "PRAGMA busy_timeout = " << busy_timeout.count();
  // SQLite enforces foreign keys only if each connection asks for it.
  sql << "PRAGMA foreign_keys = ON";
}

void use_write_ahead_log(soci::session& sql, std::chrono::milliseconds busy_timeout) {
  const auto deadline = std::chrono::steady_clock::now() + busy_timeout;
  for (;;) {
    try {
      sql << "PRAGMA journal_mode = WAL";
      return;
    } catch (const std::exception& exception) {
      if (failure_of(exception).kind != Failure::Kind::busy || std::chrono::steady_clock::now() > deadline)
        throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

Failure failure_of(const std::exception& exception) {
  const auto* error = dynamic_cast<const soci::sqlite3_soci_error*>(&exception);
  if (error == nullptr)
    return {Failure::Kind::broken};
  return {kind_of(error->result()), error->result(), meaning_of};
}

} // namespace broadside::server::store
