#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns the answer of oEmbed (https://oembed.com/, version 1.0) for the page of an article in one of its languages,
/// as JSON: how another site shows the article when somebody pastes the page's address there.
std::string oembed(const article::Article&, const article::Translation&, const Settings&);

} // namespace broadside::publish
