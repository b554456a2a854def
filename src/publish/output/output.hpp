#pragma once

#include "publish/faults/faults.hpp"

#include <filesystem>
#include <string_view>

namespace broadside::publish {

/// Takes the files that a build makes. Their names are paths in the site. A file that names others is written after
/// them, because that is the order in which files are put in place.
class Output {
public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;

  /// `source` is reported as the location of the fault if the file cannot be written, or has been written already.
  /// `key` stands for all that the file is made of, for keep(); there is none if it is empty. Faults: conflict,
  /// unwritable.
  virtual void write(const std::filesystem::path& name, std::string_view text, const Location& source,
                     std::string_view key) = 0;
  void write(const std::filesystem::path& name, std::string_view text, const Location& source) {
    write(name, text, source, {});
  }
  virtual void copy(const std::filesystem::path& file, const std::filesystem::path& name) = 0;
  /// Copies a file of a loader, unless an earlier build has put the same file in place already. Faults: those of
  /// copy(), and conflict if a different file is there.
  virtual void copy_once(const std::filesystem::path& file, const std::filesystem::path& name) = 0;

  /// Keeps a file that the last build has written with the same key, if nobody has touched it since. Returns false if
  /// it has to be written.
  virtual bool keep(const std::string& name, std::string_view key) = 0;

  /// Keeps a file of the last build that the caller knows to be untouched. Faults: conflict.
  virtual void stay(const std::string& name, const Location& source) = 0;

  /// Returns whether there is a file of that name which no build has made.
  virtual bool is_others(const std::filesystem::path& name) const = 0;
};

} // namespace broadside::publish
