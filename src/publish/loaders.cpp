#include "publish/loaders.hpp"

#include "publish/source/loader_folder.hpp"

#include "publish/output/output_folder.hpp"

#include <algorithm>
#include <optional>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// Returns whether the file has the name of one that a build copies. Files that somebody else has put beside them are
// never removed.
bool is_loader_file(const fs::path& file) {
  const std::string name = file.filename().string();
  return name == "manifest.json" || name == "broadside.js" || name.starts_with("broadside-");
}

std::optional<PublishedLoader> read_loader(const fs::path& site, const fs::path& folder, const std::string& name,
                                           std::error_code& error) {
  const fs::path script = site / folder / "broadside.js";
  if (!fs::is_regular_file(script, error) || error)
    return std::nullopt;
  PublishedLoader loader{name,
                         {},
                         0,
                         fs::last_write_time(script, error),
                         files_of_last_build(site).contains((folder / "broadside.js").generic_string())};
  auto entry = fs::directory_iterator(site / folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!is_loader_file(entry->path()) || !entry->is_regular_file(error))
      continue;
    loader.files.push_back(folder / entry->path().filename());
    loader.bytes += entry->file_size(error);
  }
  return loader;
}

} // namespace

std::vector<PublishedLoader> loaders_in(const fs::path& site, Faults& faults) {
  std::vector<PublishedLoader> loaders;
  if (!is_site(site)) {
    faults.add({site}, "not-ours", "was not made by broadside build");
    return loaders;
  }
  std::error_code error;
  const fs::path folder = loaders_folder;
  if (!fs::exists(site / folder, error))
    return loaders;
  if (auto loader = read_loader(site, folder, "unversioned", error))
    loaders.push_back(*std::move(loader));
  auto entry = fs::directory_iterator(site / folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!entry->is_directory(error))
      continue;
    const fs::path name = entry->path().filename();
    if (auto loader = read_loader(site, folder / name, name.string(), error))
      loaders.push_back(*std::move(loader));
  }
  if (error)
    faults.add({site / folder}, "unreadable", "cannot be read: " + error.message());
  std::sort(loaders.begin(), loaders.end(), [](const auto& one, const auto& other) {
    return one.added != other.added ? one.added > other.added : one.name < other.name;
  });
  return loaders;
}

void remove_loader(const fs::path& site, const PublishedLoader& loader, Faults& faults) {
  std::error_code error;
  for (const fs::path& file : loader.files)
    if (!fs::remove(site / file, error) && error)
      faults.add({site / file}, "unwritable", "cannot be removed: " + error.message());
  const fs::path folder = site / loader.files.front().parent_path();
  if (fs::is_empty(folder, error) && !error)
    fs::remove(folder, error);
}

} // namespace broadside::publish
