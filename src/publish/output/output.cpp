#include "publish/output/output.hpp"

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

bool have_same_bytes(const fs::path& one, const fs::path& other) {
  std::ifstream first(one, std::ios::binary);
  std::ifstream second(other, std::ios::binary);
  return first && second &&
         std::equal(std::istreambuf_iterator<char>(first), {}, std::istreambuf_iterator<char>(second), {});
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

Output::Output(fs::path folder, Faults& faults) : folder_(std::move(folder)), faults_(faults) {
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

Output::~Output() {
  std::error_code error;
  fs::remove_all(waiting_folder(folder_), error);
  // A first build that failed leaves nothing behind: these folders are removed only if they are empty.
  fs::remove(build_folder(folder_), error);
  if (is_new_)
    fs::remove(folder_, error);
}

bool Output::prepare(const fs::path& name, const Location& source) {
  if (!names_.insert(name).second) {
    faults_.add(source, "conflict", "the build makes a file of its own at " + name.generic_string());
    return false;
  }
  std::error_code error;
  fs::create_directories((waiting_folder(folder_) / name).parent_path(), error);
  if (error)
    faults_.add(source, "unwritable", name.generic_string() + " cannot be written: " + error.message());
  return !error;
}

void Output::write(const fs::path& name, std::string_view text, const Location& source) {
  if (prepare(name, source) && !write_file(waiting_folder(folder_) / name, text))
    faults_.add(source, "unwritable", name.generic_string() + " cannot be written");
}

void Output::copy(const fs::path& file, const fs::path& name) {
  if (!prepare(name, {file}))
    return;
  std::error_code error;
  fs::copy_file(file, waiting_folder(folder_) / name, error);
  if (error)
    faults_.add({file}, "unwritable", "cannot be copied: " + error.message());
}

void Output::copy_once(const fs::path& file, const fs::path& name) {
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

bool Output::is_others(const fs::path& name) const {
  std::error_code error;
  return fs::exists(folder_ / name, error) && !earlier_.contains(name);
}

void Output::commit() {
  // The record names the files of both builds first, so that a build that is killed here still tells the next one of
  // every file that may be there.
  std::set<fs::path> all = names_;
  all.insert(earlier_.begin(), earlier_.end());
  bool is_recorded = write_record(folder_, all);
  for (const fs::path& name : earlier_)
    if (!names_.contains(name) && !is_in_loaders_folder(name))
      remove_stale(folder_, name);
  for (const fs::path& name : names_)
    if (!in_place_.contains(name))
      move_into_place(name);
  is_recorded = is_recorded && write_record(folder_, names_);
  if (!is_recorded)
    faults_.add({record_file(folder_)}, "unwritable", "cannot be written");
}

void Output::move_into_place(const fs::path& name) {
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

bool is_site(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(build_folder(folder), error);
}

} // namespace broadside::publish
