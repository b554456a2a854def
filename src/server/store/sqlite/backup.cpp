#include "server/store/sqlite/backup.hpp"

#include "server/store/sqlite/private_file.hpp"
#include "server/store/sqlite/sqlite_session.hpp"

#include <soci/soci.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

namespace broadside::server::store {

namespace {

constexpr std::chrono::seconds patience{5};

/// Returns when what was written to the file or the folder survives a power cut.
void sync(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0)
    ::close(descriptor);
  if (!synced)
    throw std::system_error(error, std::generic_category(), path.string());
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// Returns the number of replies in a copy that nobody else uses, or nothing if the copy is damaged.
std::optional<std::int64_t> replies_in_sound(const std::filesystem::path& copy) {
  soci::session sql;
  connect(sql, copy, patience);
  std::string verdict;
  sql << "PRAGMA integrity_check(1)", soci::into(verdict);
  if (verdict != "ok")
    return std::nullopt;
  long long replies = 0;
  sql << "SELECT count(*) FROM replies", soci::into(replies);
  return replies;
}

} // namespace

void copy_database(const std::filesystem::path& database, const std::filesystem::path& copy,
                   std::chrono::milliseconds busy_timeout) {
  auto part = copy;
  part += ".part";
  // The file that a killed run has left is of no use, and VACUUM INTO does not write to a file that holds anything.
  std::filesystem::remove(part);
  create_private(part);
  try {
    soci::session sql;
    connect(sql, database, busy_timeout);
    const auto name = part.string();
    sql << "VACUUM INTO :part", soci::use(name);
    sync(part);
    std::filesystem::rename(part, copy);
    sync(folder_of(copy));
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    throw;
  }
}

tl::expected<std::int64_t, Error> back_up_sqlite(const std::filesystem::path& database,
                                                 const std::filesystem::path& copy) {
  if (!std::filesystem::exists(database))
    return tl::unexpected(Error{"database-missing", database.string(),
                                "There is no such file. Give the one that broadside serve has as --database."});
  if (std::filesystem::exists(copy))
    return tl::unexpected(Error{"copy-exists", copy.string(),
                                "There is such a file already, and a copy replaces none. Give a new name."});
  try {
    copy_database(database, copy, patience);
    if (const auto replies = replies_in_sound(copy))
      return *replies;
    return tl::unexpected(Error{"copy-unsound", copy.string(),
                                "The copy was written, but SQLite finds it damaged: the database may be damaged too."});
  } catch (const std::system_error& error) {
    return tl::unexpected(Error{"copy-failed", copy.string(), error.code().message()});
  } catch (const std::exception& exception) {
    return tl::unexpected(Error{"copy-failed", copy.string(), sentence_of(failure_of(exception))});
  }
}

} // namespace broadside::server::store
