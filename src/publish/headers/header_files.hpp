#pragma once

#include "publish/output/site_file.hpp"
#include "publish/source/settings.hpp"

#include <vector>

namespace broadside::publish {

/// Returns the files that tell web servers which headers to send with a site (docs/publishing.md, “Headers”): those
/// for Cloudflare and Netlify, for nginx, and for Caddy. All of them say the same.
std::vector<SiteFile> header_files(const Settings&);

} // namespace broadside::publish
