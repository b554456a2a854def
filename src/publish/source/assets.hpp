#pragma once

#include "publish/faults/faults.hpp"

#include <filesystem>
#include <vector>

namespace broadside::publish {

/// Returns the entries of a folder that are not hidden, in the order of the names, so that every build makes the same.
/// A symbolic link is as good as what it leads to. Faults: unreadable.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder, Faults&);

/// Returns whether the entry is a symbolic link to nothing. Faults: broken-link, where it is.
bool refuse_broken_link(const std::filesystem::path& entry, Faults&);

/// All files in an article's folder and the folders in it but for texts: paths in the folder. Faults: as above, and
/// link-loop, where a link leads to a folder that it lies in; unreadable too for what is no file (a socket, a device).
std::vector<std::filesystem::path> find_assets(const std::filesystem::path& article_folder, Faults&);

} // namespace broadside::publish
