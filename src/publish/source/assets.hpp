#pragma once

#include "publish/faults/faults.hpp"

#include <filesystem>
#include <vector>

namespace broadside::publish {

/// Returns the entries of a folder that are not hidden, sorted by name, so that every build produces the same result. A
/// symbolic link counts as the file or folder that it leads to. Faults: unreadable.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder, Faults&);

/// Returns whether the entry is a symbolic link to nothing. Faults: broken-link if it is.
bool refuse_broken_link(const std::filesystem::path& entry, Faults&);

/// Returns all files besides texts in an article's folder and its subfolders, as paths relative to the folder. Faults:
/// those of entries_of and refuse_broken_link; link-loop if a link leads to a folder that contains it; unreadable also
/// for an entry that is neither a file nor a folder (a socket, a device).
std::vector<std::filesystem::path> find_assets(const std::filesystem::path& article_folder, Faults&);

} // namespace broadside::publish
