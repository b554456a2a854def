#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns the HTML that a host's page pastes to show the article: the script with its integrity, and the element,
/// with the public key if the articles are signed.
/// `settings` must have a loader.
std::string embedding(const article::Article&, const Settings&);

} // namespace broadside::publish
