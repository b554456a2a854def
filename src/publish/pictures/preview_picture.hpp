#pragma once

#include "core/html/url.hpp"

namespace broadside::publish {

/// Returns whether those who show previews of links show such a picture: none of them takes an SVG.
bool is_shown_in_previews(const html::Url& picture);

} // namespace broadside::publish
