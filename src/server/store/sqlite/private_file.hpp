#pragma once

#include <filesystem>

namespace broadside::server::store {

/// Makes the file, empty, where there is none, so that only its owner and group can read it: replies hold e-mail
/// addresses. SQLite gives what it makes beside a database the same mode. Where the file cannot be made, whoever opens
/// it says why.
void create_private(const std::filesystem::path& file);

} // namespace broadside::server::store
