#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// What a host's page needs to show the article, as HTML to be pasted: the script with its integrity, and the element.
/// `settings` must have a loader.
std::string embedding(const article::Article&, const Settings&);

} // namespace broadside::publish
