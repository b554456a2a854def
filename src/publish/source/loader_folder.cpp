#include "publish/source/loader_folder.hpp"

#include "core/ascii.hpp"
#include "core/json/cursor.hpp"
#include "core/json/value.hpp"
#include "publish/source/text_file.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

bool is_folder_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 && !name.starts_with('.') &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_alphanumeric(c) || c == '.' || c == '-'; });
}

LoaderFolder read_manifest(const json::Cursor& at, const std::filesystem::path& folder) {
  const json::Cursor files = at["files"];
  LoaderFolder loader{folder,
                      at["folder"].string(json::Presence::required),
                      {"manifest.json"},
                      files["broadside.js"].string(json::Presence::required)};
  if (!is_folder_name(loader.name))
    at["folder"].fail("malformed", "must be a name of letters, digits, hyphens and full stops");
  for (const auto& [name, member] : files.members(json::Presence::required)) {
    if (!is_integrity(member.string(json::Presence::required)))
      member.fail("malformed", "must be a hash such as sha384-…");
    if (std::filesystem::path(name).filename() != name || name.starts_with('.'))
      member.fail("malformed", "must be the name of a file in this folder");
    loader.files.emplace_back(name);
  }
  return loader;
}

} // namespace

std::optional<LoaderFolder> read_loader_folder(const std::filesystem::path& folder, Faults& faults) {
  const auto file = folder / "manifest.json";
  const auto text = read_text_file(file, faults);
  if (!text)
    return std::nullopt;
  json::Reading reading;
  const auto value = json::parse(*text);
  LoaderFolder loader;
  if (value)
    loader = read_manifest(json::Cursor(*value, reading), folder);
  else
    reading.error = value.error();
  if (!reading.error)
    return loader;
  faults.add({file, 1}, reading.error->code, reading.error->where + ": " + reading.error->message);
  return std::nullopt;
}

} // namespace broadside::publish
