#pragma once

#include <string_view>

namespace broadside::publish {

/// Returns the script of embed.html, web/frame/broadside-frame.js, as it was when this program was built.
std::string_view frame_script();

} // namespace broadside::publish
