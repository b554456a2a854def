#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A folder for one test, which is deleted when the test ends.
class Folder {
public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  const std::filesystem::path& path() const { return path_; }
  void write(const std::filesystem::path& name, std::string_view text) const;
  std::string read(const std::filesystem::path& name) const;
  bool has(const std::filesystem::path& name) const { return std::filesystem::exists(path_ / name); }
  /// Returns the names of all files in it, in order.
  std::vector<std::string> files() const;

private:
  std::filesystem::path path_;
};
