#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns the page of an article in one of its languages, as HTML. The page works without a script: it holds the
/// article, and the form posts. If there is a loader, the loader turns both into the widget.
std::string article_page(const article::Article&, const article::Translation&, const Settings&);

} // namespace broadside::publish
