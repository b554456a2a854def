#pragma once

#include <filesystem>

namespace broadside::server::store {

/// Makes an empty file, if there is none, that only its owner and group can read, since replies hold e-mail addresses.
/// SQLite gives the files beside a database the same mode. If the file cannot be made, the program that opens it says
/// why.
void create_private(const std::filesystem::path& file);

} // namespace broadside::server::store
