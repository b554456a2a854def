#pragma once

#include "publish/faults/faults.hpp"

#include <set>
#include <string_view>

namespace broadside::publish {

/// The folder that a build fills.
///
/// Files wait in .broadside-build inside it until the build has succeeded, so that a failed build leaves everything as
/// it was. That folder also keeps the names of the files that the last build made. If the next build does not make one
/// of these again, it removes that file, and no other.
///
/// Loaders are the exception. Hosts name them by their hash, so files in loaders_folder are never removed or replaced
/// (docs/publishing.md, “Loaders of earlier builds”).
class Output {
public:
  /// Faults: not-ours if the folder holds more than loaders and no build made it; unwritable.
  Output(std::filesystem::path folder, Faults&);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Deletes all files that have not been put in place.
  ~Output();

  /// `name` is a path in the folder. `source` is reported as the location of the fault if the file cannot be written,
  /// or has been written already. Faults: conflict, unwritable.
  void write(const std::filesystem::path& name, std::string_view text, const Location& source);
  void copy(const std::filesystem::path& file, const std::filesystem::path& name);
  /// Copies a file of a loader, unless an earlier build has put the same file in place already. Faults: those of
  /// copy(), and conflict if a different file is there.
  void copy_once(const std::filesystem::path& file, const std::filesystem::path& name);

  /// Returns whether there is a file of that name which the last build did not make.
  bool is_others(const std::filesystem::path& name) const;

  /// Puts every file in place and removes the files of earlier builds that this one did not make. Faults: unwritable.
  void commit();

  std::size_t count() const { return names_.size(); }

private:
  bool prepare(const std::filesystem::path& name, const Location& source);
  void move_into_place(const std::filesystem::path& name);

  std::filesystem::path folder_;
  Faults& faults_;
  bool is_new_ = false;
  /// The files of the last build.
  std::set<std::filesystem::path> earlier_;
  std::set<std::filesystem::path> names_, in_place_;
};

/// Returns the names of the files that the last build made in a folder. The set is empty if no build made it.
std::set<std::filesystem::path> files_of_last_build(const std::filesystem::path& folder);

/// Returns whether a build made the folder.
bool is_site(const std::filesystem::path& folder);

} // namespace broadside::publish
