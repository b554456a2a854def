#include "publish/source/hidden.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace broadside::publish {
namespace {

// The names are in lower case.
constexpr std::string_view system_files[] = {"thumbs.db", "ehthumbs.db", "desktop.ini",
                                             "icon\r",    "__macosx",    "$recycle.bin"};
constexpr std::string_view endings_of_copies[] = {"~",    ".bak",  ".backup", ".old", ".orig",
                                                  ".rej", ".save", ".swo",    ".swp", ".tmp"};

bool is_editors_copy(std::string_view name) {
  const bool is_emacs_autosave = name.size() > 2 && name.starts_with('#') && name.ends_with('#');
  const bool is_office_lock = name.starts_with("~$");
  return is_emacs_autosave || is_office_lock ||
         std::any_of(std::begin(endings_of_copies), std::end(endings_of_copies),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

} // namespace

bool is_hidden(const std::filesystem::path& path) {
  const std::string name = lowered(path.filename().string());
  return name.starts_with('.') || is_editors_copy(name) ||
         std::find(std::begin(system_files), std::end(system_files), name) != std::end(system_files);
}

} // namespace broadside::publish
