#include "publish/output/site_in_memory.hpp"

#include <fstream>
#include <iterator>

namespace broadside::publish {

namespace fs = std::filesystem;

std::optional<std::string> SiteInMemory::read(const std::string& name) const {
  const auto found = files_.find(name);
  if (found == files_.end())
    return std::nullopt;
  const File& file = found->second;
  if (file.source.empty())
    return file.text;
  std::ifstream stream(file.source, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(stream), {});
  return stream.is_open() && !stream.bad() ? std::optional(std::move(bytes)) : std::nullopt;
}

std::size_t SiteInMemory::count_differences(const SiteInMemory& other) const {
  std::size_t in_both = 0;
  std::size_t changed = 0;
  for (const auto& [name, file] : files_)
    if (const auto found = other.files_.find(name); found != other.files_.end()) {
      ++in_both;
      changed += found->second == file ? 0 : 1;
    }
  return changed + (files_.size() - in_both) + (other.files_.size() - in_both);
}

void OutputInMemory::add(const fs::path& name, SiteInMemory::File file, const Location& source) {
  if (!site_.add(name.generic_string(), std::move(file)))
    faults_.add(source, "conflict", "the build makes a file of its own at " + name.generic_string());
}

void OutputInMemory::write(const fs::path& name, std::string_view text, const Location& source,
                           std::string_view /*key*/) {
  add(name, {std::string(text), {}, {}}, source);
}

void OutputInMemory::copy(const fs::path& file, const fs::path& name) { add(name, {{}, file, stamp_of(file)}, {file}); }

} // namespace broadside::publish
