#pragma once

#include "server/store/failure.hpp"

#include <chrono>
#include <exception>
#include <filesystem>

namespace soci {
class session;
}

namespace broadside::server::store {

/// Connects the session to the file, whatever characters its name has. Its statements wait for `busy_timeout` for
/// another program that has locked the database. Throws what SOCI throws.
void connect(soci::session&, const std::filesystem::path& file, std::chrono::milliseconds busy_timeout);

/// Switches the database to WAL mode. Several programs may do so at once: each waits for the others up to
/// `busy_timeout`, which SQLite itself does not do here. Throws what SOCI throws.
void use_write_ahead_log(soci::session&, std::chrono::milliseconds busy_timeout);

/// Returns the failure that an exception of SOCI stands for.
Failure failure_of(const std::exception&);

} // namespace broadside::server::store
