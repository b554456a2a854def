#pragma once

#include "core/error.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace broadside::server::store {

/// Writes the database, as it is at one moment, to a file of its own, while the server may go on reading and writing.
/// The file must not exist yet; it has its name once it is whole and on the disk. Throws what SOCI throws.
void copy_database(const std::filesystem::path& database, const std::filesystem::path& copy,
                   std::chrono::milliseconds busy_timeout);

/// Does the same, and finds out whether the copy is sound. Returns its number of replies, in whatever state they are.
/// Errors: database-missing, copy-exists, copy-failed, copy-unsound.
tl::expected<std::int64_t, Error> back_up_sqlite(const std::filesystem::path& database,
                                                 const std::filesystem::path& copy);

} // namespace broadside::server::store
