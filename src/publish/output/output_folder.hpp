#pragma once

#include "publish/output/output.hpp"
#include "publish/source/file_stamp.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace broadside::publish {

/// A file's stamp when the last build had put it in place, and the key of what it was made of.
struct KeptFile {
  FileStamp stamp;
  std::string key;
};

/// The folder that a build fills.
///
/// Files wait in .broadside-build inside it until the build has succeeded, so that a failed build leaves everything as
/// it was. That folder also keeps the names of the files that the last build made. If the next build does not make one
/// of these again, it removes that file, and no other. A file whose bytes stay the same is not touched, so that its
/// time stays too, and with it what web servers and browsers know it by.
///
/// Each file is replaced whole, those that are copied first and the others in the order in which they were written, so
/// that what a file names is there before it. Files that are not made any more go last. The next build after one that
/// was killed finds out of the stamps what that has left to do.
///
/// Loaders are the exception. Hosts name them by their hash, so files in loaders_folder are never removed or replaced
/// (docs/publishing.md, “Loaders of earlier builds”).
class OutputFolder final : public Output {
public:
  using Kept = std::unordered_map<std::string, KeptFile>;

  /// `kept` has the files of the last build. Faults: not-ours if the folder holds more than loaders and no build made
  /// it; unwritable.
  OutputFolder(std::filesystem::path folder, Kept kept, Faults&);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  /// Deletes all files that have not been put in place.
  ~OutputFolder() override;

  using Output::write;
  void write(const std::filesystem::path& name, std::string_view text, const Location& source,
             std::string_view key) override;
  /// A file of the folder itself cannot be copied into it. Faults: also not-ours.
  void copy(const std::filesystem::path& file, const std::filesystem::path& name) override;
  void copy_once(const std::filesystem::path& file, const std::filesystem::path& name) override;
  bool keep(const std::string& name, std::string_view key) override;
  void stay(const std::string& name, const Location& source) override;
  bool is_others(const std::filesystem::path& name) const override;

  /// Returns whether the file is as the last build has put it in place. Several threads may ask.
  bool is_untouched(const std::string& name, std::string_view key) const;

  /// Puts every file in place and removes the files of earlier builds that this one did not make. Faults: unwritable.
  void commit();

  /// Returns all files as they are after commit(). Those that may change once more without a sign of it are left out.
  Kept take_kept();

  std::size_t count() const { return files_.size(); }
  /// Returns how many files commit() writes or removes.
  std::size_t count_changed() const;

private:
  struct File {
    std::string key;
    /// The name of the file that waits, if one does.
    std::string waiting = {};
    bool is_kept = false;
  };

  File* prepare(const std::string& name, const Location& source);
  std::filesystem::path wait(const std::string& name, File&, std::vector<std::string>& order);
  std::vector<std::string> stale() const;
  bool write_record(bool with_earlier) const;
  void move_into_place(const std::string& name);

  std::filesystem::path folder_;
  Faults& faults_;
  bool is_new_ = false;
  Kept kept_;
  /// The files of the last build.
  std::unordered_set<std::string> earlier_;
  std::unordered_map<std::string, File> files_;
  /// The names of the files that wait, in the order in which they are put in place.
  std::vector<std::string> copied_, written_;
};

/// The folder of the site in which the build keeps what it needs to know the next time.
std::filesystem::path build_folder(const std::filesystem::path& site);

/// Writes a file under another name, and then puts it in the place of what was there. Returns false if that fails.
bool replace_file(const std::filesystem::path&, std::string_view text);

/// Returns the names of the files that the last build made in a folder. The set is empty if no build made it.
std::unordered_set<std::string> files_of_last_build(const std::filesystem::path& folder);

/// Returns the stamp as a text: a key of what is made of one file.
std::string key_of(const FileStamp&);

/// Returns whether the file or folder is the folder itself or lies in it, wherever symbolic links lead.
bool lies_in(const std::filesystem::path&, const std::filesystem::path& folder);

/// Returns whether a build made the folder.
bool is_site(const std::filesystem::path& folder);

} // namespace broadside::publish
