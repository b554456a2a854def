#pragma once

#include "publish/output/output.hpp"
#include "publish/source/file_stamp.hpp"

#include <map>
#include <optional>
#include <string>

namespace broadside::publish {

/// A site that a build has written into memory. Files that a build would copy are read from where they are.
class SiteInMemory {
public:
  /// A file whose bytes are here, or in another file. `stamp` is what that was like when it was named.
  struct File {
    std::string text;
    std::filesystem::path source;
    std::optional<FileStamp> stamp;

    bool operator==(const File&) const = default;
  };

  /// Returns false if there is a file of that name already.
  bool add(const std::string& name, File&& file) { return files_.try_emplace(name, std::move(file)).second; }

  /// Returns the bytes of a file, or nullopt if the site has none of that name or it cannot be read.
  std::optional<std::string> read(const std::string& name) const;

  /// Returns how many files differ between the two, or are in only one of them.
  std::size_t count_differences(const SiteInMemory& other) const;

private:
  std::map<std::string, File> files_;
};

/// Writes a site into memory.
class OutputInMemory final : public Output {
public:
  OutputInMemory(SiteInMemory& site, Faults& faults) : site_(site), faults_(faults) {}

  using Output::write;
  void write(const std::filesystem::path& name, std::string_view text, const Location& source,
             std::string_view key) override;
  void copy(const std::filesystem::path& file, const std::filesystem::path& name) override;
  void copy_once(const std::filesystem::path& file, const std::filesystem::path& name) override { copy(file, name); }
  bool keep(const std::string& /*name*/, std::string_view /*key*/) override { return false; }
  void stay(const std::string& /*name*/, const Location& /*source*/) override {}
  bool is_others(const std::filesystem::path& /*name*/) const override { return false; }

private:
  void add(const std::filesystem::path& name, SiteInMemory::File, const Location&);

  SiteInMemory& site_;
  Faults& faults_;
};

} // namespace broadside::publish
