#pragma once

#include <filesystem>

namespace broadside::publish {

/// Returns whether the build skips a file or folder because of its name: those whose name begins with a dot, which a
/// publisher keeps private, and those that editors and systems leave behind, such as backup copies ("en.md~",
/// "Thumbs.db").
bool is_hidden(const std::filesystem::path&);

} // namespace broadside::publish
