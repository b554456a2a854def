#pragma once

#include <filesystem>

namespace broadside::publish {

/// What a publisher keeps for itself: files and folders whose names begin with a dot.
inline bool is_hidden(const std::filesystem::path& path) { return path.filename().string().starts_with('.'); }

} // namespace broadside::publish
