#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// The page of an article in one of its languages, as HTML. It needs no script: the article is there, and the form
/// posts. Where there is a loader, it turns both into the widget.
std::string article_page(const article::Article&, const article::Translation&, const Settings&);

} // namespace broadside::publish
