#pragma once

#include "core/html/url.hpp"

namespace broadside::publish {

/// Returns whether services that show link previews show such a picture: none of them accepts an SVG.
bool is_shown_in_previews(const html::Url& picture);

} // namespace broadside::publish
