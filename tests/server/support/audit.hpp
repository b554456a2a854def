#pragma once

#include <filesystem>
#include <string>

namespace broadside::test {

/// Returns the lines of a database's audit log: "writer: published > deleted (writer)".
std::string audit_in(const std::filesystem::path& database);

} // namespace broadside::test
