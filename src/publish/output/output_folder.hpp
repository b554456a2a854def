#pragma once

#include "publish/output/output.hpp"

#include <set>

namespace broadside::publish {

/// The folder that a build fills.
///
/// Files wait in .broadside-build inside it until the build has succeeded, so that a failed build leaves everything as
/// it was. That folder also keeps the names of the files that the last build made. If the next build does not make one
/// of these again, it removes that file, and no other. A file whose bytes stay the same is not touched, so that its
/// time stays too, and with it what web servers and browsers know it by.
///
/// Loaders are the exception. Hosts name them by their hash, so files in loaders_folder are never removed or replaced
/// (docs/publishing.md, “Loaders of earlier builds”).
class OutputFolder final : public Output {
public:
  /// Faults: not-ours if the folder holds more than loaders and no build made it; unwritable.
  OutputFolder(std::filesystem::path folder, Faults&);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  /// Deletes all files that have not been put in place.
  ~OutputFolder() override;

  void write(const std::filesystem::path& name, std::string_view text, const Location& source) override;
  /// A file of the folder itself cannot be copied into it. Faults: also not-ours.
  void copy(const std::filesystem::path& file, const std::filesystem::path& name) override;
  void copy_once(const std::filesystem::path& file, const std::filesystem::path& name) override;
  bool is_others(const std::filesystem::path& name) const override;

  /// Puts every file in place and removes the files of earlier builds that this one did not make. Faults: unwritable.
  void commit();

  std::size_t count() const { return names_.size(); }
  /// Returns how many files commit() writes or removes.
  std::size_t count_changed() const;

private:
  bool prepare(const std::filesystem::path& name, const Location& source);
  bool make_parent(const std::filesystem::path& name, const Location& source);
  std::set<std::filesystem::path> stale() const;
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

/// Returns whether the file or folder is the folder itself or lies in it, wherever symbolic links lead.
bool lies_in(const std::filesystem::path&, const std::filesystem::path& folder);

/// Returns whether a build made the folder.
bool is_site(const std::filesystem::path& folder);

} // namespace broadside::publish
