#include "publish/output/output_folder.hpp"

#include "publish/source/file_tree.hpp"
#include "publish/source/loader_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

fs::path waiting_folder(const fs::path& folder) { return build_folder(folder) / "waiting"; }
fs::path record_file(const fs::path& folder) { return build_folder(folder) / "files"; }

bool is_in_loaders_folder(const fs::path& name) { return !name.empty() && *name.begin() == loaders_folder; }

// A folder that holds only loaders is accepted: machines that keep nothing between builds fetch the earlier loaders
// before they build.
bool holds_at_most_loaders(const fs::path& folder, std::error_code& error) {
  auto entry = fs::directory_iterator(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error))
    if (entry->path().filename() != loaders_folder)
      return false;
  return true;
}

bool is_foreign(const fs::path& folder) {
  std::error_code error;
  const bool is_free = !fs::exists(folder, error) || holds_at_most_loaders(folder, error);
  return error || (!is_free && !is_site(folder));
}

// A name that leads out of the folder is ignored, because no build wrote it, whatever the record says.
bool stays_inside(const fs::path& name) {
  return !name.empty() && name.is_relative() &&
         std::none_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".."; });
}

constexpr std::size_t compared_at_a_time = std::size_t{64} << 10U;

// Returns whether the file holds exactly these bytes.
bool holds(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  if (fs::file_size(file, error) != bytes.size() || error)
    return false;
  std::ifstream stream(file, std::ios::binary);
  std::string held(bytes.size(), '\0');
  stream.read(held.data(), static_cast<std::streamsize>(held.size()));
  return stream.good() && held == bytes;
}

bool have_same_bytes(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::file_size(one, error) != fs::file_size(other, error) || error)
    return false;
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(other, std::ios::binary);
  std::string part(compared_at_a_time, '\0');
  std::string other_part = part;
  while (first && second) {
    first.read(part.data(), static_cast<std::streamsize>(part.size()));
    second.read(other_part.data(), static_cast<std::streamsize>(other_part.size()));
    const auto length = static_cast<std::size_t>(first.gcount());
    if (first.gcount() != second.gcount() || part.compare(0, length, other_part, 0, length) != 0)
      return false;
  }
  return first.eof() && second.eof();
}

bool write_file(const fs::path& file, std::string_view text) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.close();
  return !stream.fail();
}

// A file that may change once more within the same step of the file system's clock has no key.
std::string key_of_source(const fs::path& file) {
  const auto stamp = stamp_of(file);
  return stamp && !is_unsettled(*stamp) ? key_of(*stamp) : "";
}

// Removes a file of an earlier build, and the folders that it leaves empty.
void remove_stale(const fs::path& folder, fs::path name) {
  std::error_code error;
  for (; !name.empty() && !error; name = name.parent_path())
    fs::remove(folder / name, error);
}

} // namespace

OutputFolder::OutputFolder(fs::path folder, Kept kept, Faults& faults)
    : folder_(std::move(folder)), faults_(faults), kept_(std::move(kept)) {
  if (is_foreign(folder_)) {
    faults_.add({folder_}, "not-ours", "is not empty, and was not made by broadside build");
    return;
  }
  earlier_ = files_of_last_build(folder_);
  std::error_code error;
  is_new_ = !fs::exists(folder_, error);
  fs::remove_all(waiting_folder(folder_), error);
  fs::create_directories(waiting_folder(folder_), error);
  if (error)
    faults_.add({folder_}, "unwritable", "cannot be written: " + error.message());
}

OutputFolder::~OutputFolder() {
  std::error_code error;
  fs::remove_all(waiting_folder(folder_), error);
  // A first build that failed leaves nothing behind: these folders are removed only if they are empty.
  fs::remove(build_folder(folder_), error);
  if (is_new_)
    fs::remove(folder_, error);
}

OutputFolder::File* OutputFolder::prepare(const std::string& name, const Location& source) {
  const auto [file, is_free] = files_.try_emplace(name);
  if (!is_free)
    faults_.add(source, "conflict", "the build makes a file of its own at " + name);
  return is_free ? &file->second : nullptr;
}

// All files wait in one folder, so that no folder is made twice.
fs::path OutputFolder::wait(const std::string& name, File& file, std::vector<std::string>& order) {
  file.waiting = std::to_string(copied_.size() + written_.size());
  order.push_back(name);
  return waiting_folder(folder_) / file.waiting;
}

void OutputFolder::write(const fs::path& name, std::string_view text, const Location& source, std::string_view key) {
  File* const file = prepare(name.generic_string(), source);
  if (file == nullptr)
    return;
  file->key = key;
  if (holds(folder_ / name, text))
    return;
  if (!write_file(wait(name.generic_string(), *file, written_), text))
    faults_.add(source, "unwritable", name.generic_string() + " cannot be written");
}

void OutputFolder::copy(const fs::path& source, const fs::path& name) {
  const std::string key = key_of_source(source);
  if (!key.empty() && keep(name.generic_string(), key))
    return;
  if (lies_in(source, folder_)) {
    faults_.add({source}, "not-ours", "lies in the folder that the site is made in");
    return;
  }
  File* const file = prepare(name.generic_string(), {source});
  if (file == nullptr)
    return;
  file->key = key;
  if (have_same_bytes(source, folder_ / name))
    return;
  std::error_code error;
  fs::copy_file(source, wait(name.generic_string(), *file, copied_), error);
  if (error)
    faults_.add({source}, "unwritable", "cannot be copied: " + error.message());
}

void OutputFolder::copy_once(const fs::path& source, const fs::path& name) {
  std::error_code error;
  if (!fs::exists(folder_ / name, error))
    copy(source, name);
  else if (have_same_bytes(source, folder_ / name))
    files_.try_emplace(name.generic_string());
  else
    faults_.add({folder_ / name}, "conflict",
                "differs from " + source.string() + ", and hosts may name it by its hash; move one of the two away");
}

bool OutputFolder::is_untouched(const std::string& name, std::string_view key) const {
  const auto found = kept_.find(name);
  if (found == kept_.end() || found->second.key != key)
    return false;
  const auto status = status_of((folder_.string() + "/").append(name));
  return status && !status->is_folder && status->stamp == found->second.stamp;
}

bool OutputFolder::keep(const std::string& name, std::string_view key) {
  if (!is_untouched(name, key))
    return false;
  stay(name, {name});
  return true;
}

void OutputFolder::stay(const std::string& name, const Location& source) {
  File* const file = prepare(name, source);
  if (file == nullptr)
    return;
  file->key = kept_.at(name).key;
  file->is_kept = true;
}

bool OutputFolder::is_others(const fs::path& name) const {
  std::error_code error;
  return fs::exists(folder_ / name, error) && !earlier_.contains(name.generic_string());
}

void OutputFolder::commit() {
  const auto gone = stale();
  // A build that changes no names has nothing to record.
  const bool is_same =
      files_.size() == earlier_.size() &&
      std::all_of(files_.begin(), files_.end(), [&](const auto& file) { return earlier_.contains(file.first); });
  // The record names the files of both builds first, so that a build that is killed here still tells the next one of
  // every file that may be there.
  bool is_recorded = is_same || write_record(true);
  for (const auto* names : {&copied_, &written_})
    for (const std::string& name : *names)
      move_into_place(name);
  for (const std::string& name : gone)
    remove_stale(folder_, name);
  is_recorded = is_recorded && (is_same || write_record(false));
  if (!is_recorded)
    faults_.add({record_file(folder_)}, "unwritable", "cannot be written");
}

OutputFolder::Kept OutputFolder::take_kept() {
  Kept kept;
  kept.reserve(files_.size());
  for (auto& [name, file] : files_) {
    const auto known = file.is_kept ? kept_.find(name) : kept_.end();
    const auto stamp = known == kept_.end() ? stamp_of(folder_ / name) : std::optional(known->second.stamp);
    if (stamp && (known != kept_.end() || !is_unsettled(*stamp)))
      kept.emplace(name, KeptFile{*stamp, std::move(file.key)});
  }
  return kept;
}

std::vector<std::string> OutputFolder::stale() const {
  std::vector<std::string> names;
  for (const std::string& name : earlier_)
    if (!files_.contains(name) && !is_in_loaders_folder(name))
      names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

std::size_t OutputFolder::count_changed() const { return copied_.size() + written_.size() + stale().size(); }

bool OutputFolder::write_record(bool with_earlier) const {
  std::set<std::string_view> names;
  for (const auto& [name, file] : files_)
    names.insert(name);
  if (with_earlier)
    names.insert(earlier_.begin(), earlier_.end());
  std::string record;
  for (const std::string_view name : names)
    record.append(name).push_back('\0');
  return replace_file(record_file(folder_), record);
}

void OutputFolder::move_into_place(const std::string& name) {
  std::error_code error;
  fs::create_directories((folder_ / name).parent_path(), error);
  if (!error)
    fs::rename(waiting_folder(folder_) / files_.at(name).waiting, folder_ / name, error);
  if (error)
    faults_.add({folder_ / name}, "unwritable", "cannot be written: " + error.message());
}

fs::path build_folder(const fs::path& site) { return site / ".broadside-build"; }

bool replace_file(const fs::path& file, std::string_view text) {
  fs::path beside = file;
  beside += ".new";
  std::error_code error;
  if (!write_file(beside, text))
    return false;
  fs::rename(beside, file, error);
  return !error;
}

std::unordered_set<std::string> files_of_last_build(const fs::path& folder) {
  std::unordered_set<std::string> names;
  std::ifstream record(record_file(folder));
  for (std::string name; std::getline(record, name, '\0');)
    if (stays_inside(name))
      names.insert(name);
  return names;
}

std::string key_of(const FileStamp& stamp) {
  return std::to_string(stamp.device) + ":" + std::to_string(stamp.inode) + ":" + std::to_string(stamp.size) + ":" +
         std::to_string(stamp.modified) + ":" + std::to_string(stamp.changed);
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

bool is_site(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(build_folder(folder), error);
}

} // namespace broadside::publish
