#pragma once

#include "publish/source/file_stamp.hpp"

#include <functional>
#include <string>
#include <vector>

namespace broadside::publish {

/// A folder with all files and folders in it that are not hidden, and their stamps. A symbolic link counts as what it
/// leads to; one that leads back to a folder around it, or nowhere, has an empty stamp.
struct FileTree {
  struct Entry;
  FileStamp stamp;
  /// Sorted by name.
  std::vector<Entry> entries;
};

struct FileTree::Entry {
  std::string name;
  FileStamp stamp;
  bool is_folder = false;
  FileTree folder = {};
};

/// Looks at a folder. Names are read again only where a folder has another stamp than in `earlier`, the same folder's
/// tree; the stamps of all files are.
FileTree read_file_tree(const std::filesystem::path& folder, const FileTree& earlier);

/// Calls `take` with the path of each file, relative to the root, that differs between two trees, and with whether
/// there is a file of that name in only one of them.
void for_each_difference(const FileTree& before, const FileTree& after,
                         const std::function<void(const std::string& path, bool is_of_name)>& take);

/// Makes the stamps of what had changed only just before it was looked at differ from every later one. File systems
/// count time in steps, mostly of 4 ms, within which it may change once more.
void spoil_unsettled(FileTree&);

/// Returns whether a file with that stamp had changed only just before now.
bool is_unsettled(const FileStamp&);

} // namespace broadside::publish
