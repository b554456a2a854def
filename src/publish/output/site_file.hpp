#pragma once

#include <string>

namespace broadside::publish {

/// A file that the build makes of what it knows. `name` is its path in the site.
struct SiteFile {
  std::string name, text;
};

} // namespace broadside::publish
