#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <string>

namespace broadside::publish {

/// Returns the page embed.html of an article in one of its languages, as HTML. Other sites show it in an iframe, whose
/// height its script tells them (docs/embedding.md, "An iframe"). The page shows the article without a script too.
std::string embed_page(const article::Article&, const article::Translation&, const Settings&);

} // namespace broadside::publish
