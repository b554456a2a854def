#pragma once

#include "server/store/failure.hpp"

#include <chrono>
#include <exception>
#include <filesystem>

namespace soci {
class session;
}

namespace broadside::server::store {

/// Connects the session to the file, whatever characters its name has. Throws as SOCI does. Statements wait so long for
/// another program that has locked the database.
void connect(soci::session&, const std::filesystem::path& file, std::chrono::milliseconds busy_timeout);

/// Turns the database to WAL mode. Several programs may do so at once: each waits so long for the others, which SQLite
/// itself does not do here. Throws as SOCI does.
void use_write_ahead_log(soci::session&, std::chrono::milliseconds busy_timeout);

/// Returns the failure that an exception of SOCI stands for.
Failure failure_of(const std::exception&);

} // namespace broadside::server::store
