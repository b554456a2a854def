#include "publish/output/output_folder.hpp"

#include "publish/source/loader_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

fs::path build_folder(const fs::path& folder) { return folder / ".broadside-build"; }
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

bool write_record(const fs::path& folder, const std::set<fs::path>& names) {
  std::string record;
  for (const fs::path& name : names)
    record.append(name.generic_string()).push_back('\0');
  return write_file(record_file(folder), record);
}

// Removes a file of an earlier build, and the folders that it leaves empty.
void remove_stale(const fs::path& folder, fs::path name) {
  std::error_code error;
  for (; !name.empty() && !error; name = name.parent_path())
    fs::remove(folder / name, error);
}

} // namespace

OutputFolder::OutputFolder(fs::path folder, Faults& faults) : folder_(std::move(folder)), faults_(faults) {
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

bool OutputFolder::prepare(const fs::path& name, const Location& source) {
  const bool is_free = names_.insert(name).second;
  if (!is_free)
    faults_.add(source, "conflict", "the build makes a file of its own at " + name.generic_string());
  return is_free;
}

bool OutputFolder::make_parent(const fs::path& name, const Location& source) {
  std::error_code error;
  fs::create_directories((waiting_folder(folder_) / name).parent_path(), error);
  if (error)
    faults_.add(source, "unwritable", name.generic_string() + " cannot be written: " + error.message());
  return !error;
}

void OutputFolder::write(const fs::path& name, std::string_view text, const Location& source) {
  if (!prepare(name, source))
    return;
  if (holds(folder_ / name, text))
    in_place_.insert(name);
  else if (make_parent(name, source) && !write_file(waiting_folder(folder_) / name, text))
    faults_.add(source, "unwritable", name.generic_string() + " cannot be written");
}

void OutputFolder::copy(const fs::path& file, const fs::path& name) {
  if (lies_in(file, folder_)) {
    faults_.add({file}, "not-ours", "lies in the folder that the site is made in");
    return;
  }
  if (!prepare(name, {file}))
    return;
  std::error_code error;
  if (have_same_bytes(file, folder_ / name)) {
    in_place_.insert(name);
  } else if (make_parent(name, {file})) {
    fs::copy_file(file, waiting_folder(folder_) / name, error);
    if (error)
      faults_.add({file}, "unwritable", "cannot be copied: " + error.message());
  }
}

void OutputFolder::copy_once(const fs::path& file, const fs::path& name) {
  std::error_code error;
  if (!fs::exists(folder_ / name, error)) {
    copy(file, name);
  } else if (have_same_bytes(file, folder_ / name)) {
    names_.insert(name);
    in_place_.insert(name);
  } else {
    faults_.add({folder_ / name}, "conflict",
                "differs from " + file.string() + ", and hosts may name it by its hash; move one of the two away");
  }
}

bool OutputFolder::is_others(const fs::path& name) const {
  std::error_code error;
  return fs::exists(folder_ / name, error) && !earlier_.contains(name);
}

void OutputFolder::commit() {
  // The record names the files of both builds first, so that a build that is killed here still tells the next one of
  // every file that may be there.
  std::set<fs::path> all = names_;
  all.insert(earlier_.begin(), earlier_.end());
  bool is_recorded = write_record(folder_, all);
  for (const fs::path& name : stale())
    remove_stale(folder_, name);
  for (const fs::path& name : names_)
    if (!in_place_.contains(name))
      move_into_place(name);
  is_recorded = is_recorded && write_record(folder_, names_);
  if (!is_recorded)
    faults_.add({record_file(folder_)}, "unwritable", "cannot be written");
}

std::set<fs::path> OutputFolder::stale() const {
  std::set<fs::path> names;
  for (const fs::path& name : earlier_)
    if (!names_.contains(name) && !is_in_loaders_folder(name))
      names.insert(name);
  return names;
}

std::size_t OutputFolder::count_changed() const { return names_.size() - in_place_.size() + stale().size(); }

void OutputFolder::move_into_place(const fs::path& name) {
  std::error_code error;
  fs::create_directories((folder_ / name).parent_path(), error);
  if (!error)
    fs::rename(waiting_folder(folder_) / name, folder_ / name, error);
  if (error)
    faults_.add({folder_ / name}, "unwritable", "cannot be written: " + error.message());
}

std::set<fs::path> files_of_last_build(const fs::path& folder) {
  std::set<fs::path> names;
  std::ifstream record(record_file(folder));
  for (std::string name; std::getline(record, name, '\0');)
    if (stays_inside(name))
      names.insert(name);
  return names;
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
