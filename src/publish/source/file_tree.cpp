#include "publish/source/file_tree.hpp"

#include "publish/source/hidden.hpp"
#include "publish/threads/parallel.hpp"

#include <algorithm>
#include <chrono>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;
using Entry = FileTree::Entry;

constexpr std::int64_t longest_step = 50'000'000; // in nanoseconds

std::vector<std::string> names_in(const fs::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    if (!is_hidden(entry->path()))
      names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

const Entry* entry_of(const FileTree& tree, const std::string& name) {
  const auto found =
      std::lower_bound(tree.entries.begin(), tree.entries.end(), name,
                       [](const Entry& entry, const std::string& wanted) { return entry.name < wanted; });
  return found == tree.entries.end() || found->name != name ? nullptr : &*found;
}

/// The paths of the folders from the first one down to the one that is being looked at.
using Open = std::vector<std::string>;

bool lies_below(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

// Returns whether a folder is, or contains, one of those that are being looked at. Only a symbolic link can be.
bool leads_back(const std::string& path, const Open& open) {
  std::error_code error;
  if (!fs::is_symlink(path, error))
    return false;
  const fs::path real = fs::canonical(path, error);
  return error || std::any_of(open.begin(), open.end(), [&](const std::string& around) {
           return lies_below(fs::weakly_canonical(around, error), real);
         });
}

void look_into(const std::string& path, FileTree& tree, const FileTree& earlier, Open& open);

Entry look_at(const std::string& path, std::string name, const Entry* earlier, Open& open) {
  static const FileTree none;
  Entry entry{std::move(name), {}};
  const auto status = status_of(path);
  const bool is_known = status && earlier != nullptr && earlier->stamp == status->stamp;
  if (!status || (status->is_folder && !is_known && leads_back(path, open)))
    return entry;
  entry.stamp = status->stamp;
  entry.is_folder = status->is_folder;
  if (entry.is_folder) {
    entry.folder.stamp = entry.stamp;
    look_into(path, entry.folder, earlier != nullptr ? earlier->folder : none, open);
  }
  return entry;
}

// A folder whose stamp stays has the same names in it.
std::vector<std::string> names_of(const std::string& path, const FileTree& tree, const FileTree& earlier) {
  if (earlier.stamp != tree.stamp)
    return names_in(path);
  std::vector<std::string> names;
  for (const Entry& entry : earlier.entries)
    names.push_back(entry.name);
  return names;
}

void look_into(const std::string& path, FileTree& tree, const FileTree& earlier, Open& open) {
  open.push_back(path);
  for (std::string& name : names_of(path, tree, earlier)) {
    const Entry* const known = entry_of(earlier, name);
    const std::string entry = path + "/" + name;
    tree.entries.push_back(look_at(entry, std::move(name), known, open));
  }
  open.pop_back();
}

void report_all(const FileTree& tree, const std::string& path,
                const std::function<void(const std::string&, bool)>& take);

void report(const Entry& entry, const std::string& path, const std::function<void(const std::string&, bool)>& take) {
  if (entry.is_folder)
    report_all(entry.folder, path + entry.name + "/", take);
  else
    take(path + entry.name, true);
}

void report_all(const FileTree& tree, const std::string& path,
                const std::function<void(const std::string&, bool)>& take) {
  for (const Entry& entry : tree.entries)
    report(entry, path, take);
}

void compare(const FileTree& before, const FileTree& after, const std::string& path,
             const std::function<void(const std::string&, bool)>& take) {
  auto one = before.entries.begin();
  auto other = after.entries.begin();
  while (one != before.entries.end() || other != after.entries.end()) {
    if (other == after.entries.end() || (one != before.entries.end() && one->name < other->name)) {
      report(*one++, path, take);
    } else if (one == before.entries.end() || other->name < one->name) {
      report(*other++, path, take);
    } else if (one->is_folder != other->is_folder) {
      report(*one++, path, take);
      report(*other++, path, take);
    } else {
      if (one->is_folder)
        compare(one->folder, other->folder, path + one->name + "/", take);
      else if (one->stamp != other->stamp)
        take(path + one->name, false);
      ++one;
      ++other;
    }
  }
}

std::int64_t nanoseconds_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void spoil_before(FileTree& tree, std::int64_t now) {
  if (now - tree.stamp.changed < longest_step)
    tree.stamp.changed = 0;
  for (Entry& entry : tree.entries) {
    if (now - entry.stamp.changed < longest_step)
      entry.stamp.changed = 0;
    spoil_before(entry.folder, now);
  }
}

} // namespace

FileTree read_file_tree(const fs::path& folder, const FileTree& earlier) {
  FileTree tree;
  const auto status = status_of(folder.string());
  if (!status || !status->is_folder)
    return tree;
  tree.stamp = status->stamp;
  std::vector<std::string> names = names_of(folder.string(), tree, earlier);
  tree.entries.resize(names.size());
  in_parallel(names.size(), [&](std::size_t i) {
    Open open{folder.string()};
    const Entry* const known = entry_of(earlier, names[i]);
    const std::string path = folder.string() + "/" + names[i];
    tree.entries[i] = look_at(path, std::move(names[i]), known, open);
  });
  return tree;
}

void for_each_difference(const FileTree& before, const FileTree& after,
                         const std::function<void(const std::string&, bool)>& take) {
  compare(before, after, "", take);
}

void spoil_unsettled(FileTree& tree) { spoil_before(tree, nanoseconds_now()); }

bool is_unsettled(const FileStamp& stamp) { return nanoseconds_now() - stamp.changed < longest_step; }

} // namespace broadside::publish
