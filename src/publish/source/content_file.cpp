#include "publish/source/content_file.hpp"

#include "publish/source/hidden.hpp"
#include "publish/source/percent_encoding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// Returns the text in Normalization Form C. A text that is not UTF-8 stays as it is.
std::string composed(const std::string& text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string result =
      length < 0 ? text : std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
  std::free(mapped);
  return result;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

// Returns the entry with that name, or with one that is the same when both are in Normalization Form C.
std::optional<fs::path> find_entry(const fs::path& folder, const fs::path& name) {
  std::error_code error;
  if (fs::exists(folder / name, error))
    return folder / name;
  if (is_ascii(name.string()))
    return std::nullopt;
  const std::string wanted = composed(name.string());
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    if (composed(entry->path().filename().string()) == wanted)
      return entry->path();
  return std::nullopt;
}

} // namespace

std::optional<std::string> relative_path(const html::Url& url) {
  if (!url.scheme().empty() || url.text().starts_with('/'))
    return std::nullopt;
  return percent_decoded(url.text().substr(0, url.text().find_first_of("?#")));
}

std::optional<fs::path> find_content_file(const fs::path& article_folder, const std::string& path) {
  const fs::path content = article_folder.parent_path().lexically_normal();
  const fs::path name = (article_folder / path).lexically_normal().lexically_relative(content);
  if (path.find('\0') != std::string::npos || name.empty() || *name.begin() == "..")
    return std::nullopt;
  fs::path file = content;
  for (const fs::path& part : name) {
    const auto entry = find_entry(file, part);
    if (!entry || is_hidden(*entry))
      return std::nullopt;
    file = *entry;
  }
  std::error_code error;
  return fs::is_regular_file(file, error) ? std::optional(file) : std::nullopt;
}

} // namespace broadside::publish
