#pragma once

#include <filesystem>

namespace broadside::test {

/// A folder of its own for each test, gone with it. Its name has a space in it: paths do.
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
