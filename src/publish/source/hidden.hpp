#pragma once

#include <filesystem>

namespace broadside::publish {

/// Returns whether the build passes over a file or folder, by its name: what a publisher keeps for itself (the name
/// begins with a dot), and what editors and systems leave behind, such as copies of earlier texts ("en.md~",
/// "Thumbs.db").
bool is_hidden(const std::filesystem::path&);

} // namespace broadside::publish
