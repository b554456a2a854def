#pragma once

#include "publish/source/settings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace broadside::publish {

/// A file that tells a web server which headers to send with a site (docs/publishing.md, “Headers”).
struct HeaderFile {
  /// The name in the site's folder.
  std::string_view name;
  std::string text;
};

/// Returns the files for Cloudflare and Netlify, for nginx, and for Caddy. All of them say the same.
std::vector<HeaderFile> header_files(const Settings&);

} // namespace broadside::publish
