#pragma once

#include "publish/faults.hpp"

#include <set>
#include <string_view>

namespace broadside::publish {

/// The folder that a build fills.
///
/// What is written waits in .broadside-build inside it, so that a build that fails leaves everything as it was. That
/// folder also keeps the names of what the last build made: of the files that the next one does not make again, these
/// and no others are removed.
class Output {
public:
  /// Faults: not-ours, where the folder holds anything and no build made it; unwritable.
  Output(std::filesystem::path folder, Faults&);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Throws away what has not been put in place.
  ~Output();

  /// `name` is a path in the folder. `source` is at fault where it cannot be written, or has been already. Faults:
  /// conflict, unwritable.
  void write(const std::filesystem::path& name, std::string_view text, const Place& source);
  void copy(const std::filesystem::path& file, const std::filesystem::path& name);

  /// Puts everything in its place and removes what an earlier build left. Faults: unwritable.
  void commit();

  std::size_t count() const { return names_.size(); }

private:
  bool prepare(const std::filesystem::path& name, const Place& source);
  void move_into_place(const std::filesystem::path& name);

  std::filesystem::path folder_;
  Faults& faults_;
  bool is_new_ = false;
  std::set<std::filesystem::path> names_;
};

} // namespace broadside::publish
