#pragma once

#include <functional>
#include <optional>
#include <string>

namespace broadside::server::desk {

// A site, and what is wrong with it.
struct Shown {
  // Returns the bytes of a file of the site ("tale/en/index.html"), or nothing if there is none. It is empty if there
  // is no site yet.
  std::function<std::optional<std::string>(const std::string& name)> read = {};
  // True if the site differs from what was shown before, so that open pages are loaded again.
  bool is_new = false;
  // The Content-Security-Policy of the site's pages. It must allow scripts of own_folder, and requests to it.
  std::string policy = {};
  // The faults or warnings, as a JSON array of {"file", "line", "column", "severity", "message"}.
  std::string found = "[]";
};

} // namespace broadside::server::desk
