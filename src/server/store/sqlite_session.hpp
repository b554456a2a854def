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

/// What an exception that SOCI threw comes to.
Failure failure_of(const std::exception&);

} // namespace broadside::server::store
