#pragma once

#include <filesystem>

namespace broadside::test {

/// A folder for one test, which is deleted with it. Its name has a space in it, as paths may.
class TemporaryFolder {
public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

} // namespace broadside::test
