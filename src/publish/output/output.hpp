#pragma once

#include "publish/faults/faults.hpp"

#include <filesystem>
#include <string_view>

namespace broadside::publish {

/// Takes the files that a build makes. Their names are paths in the site.
class Output {
public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;

  /// `source` is reported as the location of the fault if the file cannot be written, or has been written already.
  /// Faults: conflict, unwritable.
  virtual void write(const std::filesystem::path& name, std::string_view text, const Location& source) = 0;
  virtual void copy(const std::filesystem::path& file, const std::filesystem::path& name) = 0;
  /// Copies a file of a loader, unless an earlier build has put the same file in place already. Faults: those of
  /// copy(), and conflict if a different file is there.
  virtual void copy_once(const std::filesystem::path& file, const std::filesystem::path& name) = 0;

  /// Returns whether there is a file of that name which no build has made.
  virtual bool is_others(const std::filesystem::path& name) const = 0;
};

} // namespace broadside::publish
