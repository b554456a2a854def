#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace broadside::publish {

/// A line of a file, counted from 1. Line 0 stands for the file or folder as a whole.
struct Location {
  std::filesystem::path file;
  int line = 0;
  /// The character in the line, counted from 1; 0 if it is not known.
  int column = 0;
};

/// Something that is wrong with a publisher's files. `where` is the location's file and line in words.
struct Fault : Error {
  Location location = {};
  bool is_warning = false;
};

/// Collects everything that is wrong with a publisher's files, so that all of it can be mended at once. Warnings are
/// kept apart: they report probable mistakes, which do not prevent a build.
class Faults {
public:
  void add(const Location&, std::string code, std::string message);
  void add(Error error) { errors_.push_back({std::move(error)}); }

  void warn(const Location&, std::string code, std::string message);

  /// Adds all that `others` has collected.
  void add_all(const Faults& others);

  bool any() const { return !errors_.empty(); }
  std::size_t count() const { return errors_.size(); }
  const std::vector<Fault>& all() const { return errors_; }
  const std::vector<Fault>& warnings() const { return warnings_; }

private:
  std::vector<Fault> errors_, warnings_;
};

} // namespace broadside::publish
