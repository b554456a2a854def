#pragma once

#include "publish/faults/faults.hpp"

#include <set>
#include <string_view>

namespace broadside::publish {

/// The folder that a build fills.
///
/// What is written waits in .broadside-build inside it, so that a build that fails leaves everything as it was. That
/// folder also keeps the names of what the last build made: of the files that the next one does not make again, these
/// and no others are removed.
///
/// Loaders are the exception. Hosts name them by their hash, so what lies in loaders_folder is never removed or
/// replaced (docs/publishing.md, “Loaders of earlier builds”).
class Output {
public:
  /// Faults: not-ours, where the folder holds more than loaders and no build made it; unwritable.
  Output(std::filesystem::path folder, Faults&);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Throws away what has not been put in place.
  ~Output();

  /// `name` is a path in the folder. `source` is at fault where it cannot be written, or has been already. Faults:
  /// conflict, unwritable.
  void write(const std::filesystem::path& name, std::string_view text, const Place& source);
  void copy(const std::filesystem::path& file, const std::filesystem::path& name);
  /// The same of a loader's file, which is in its place already where an earlier build had the same loader. Faults:
  /// conflict too, where another file is there.
  void copy_once(const std::filesystem::path& file, const std::filesystem::path& name);

  /// Puts everything in its place and removes what an earlier build left. Faults: unwritable.
  void commit();

  std::size_t count() const { return names_.size(); }

private:
  bool prepare(const std::filesystem::path& name, const Place& source);
  void move_into_place(const std::filesystem::path& name);

  std::filesystem::path folder_;
  Faults& faults_;
  bool is_new_ = false;
  std::set<std::filesystem::path> names_, in_place_;
};

/// The names of what the last build made in a folder; none where no build did.
std::set<std::filesystem::path> files_of_last_build(const std::filesystem::path& folder);

/// Returns whether a build made the folder.
bool is_site(const std::filesystem::path& folder);

} // namespace broadside::publish
