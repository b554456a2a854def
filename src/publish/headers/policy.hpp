#pragma once

#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns the Content-Security-Policy of the site's pages: they run the loader, in embed.html the frame's script, and
/// nothing else, are styled by the site and by the styles that they carry, and send replies to the reply server alone.
/// With `desk` they also run scripts in that folder, which may fetch from it.
std::string content_security_policy(const Settings&, const html::Url* desk = nullptr);

} // namespace broadside::publish
