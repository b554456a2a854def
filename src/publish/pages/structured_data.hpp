#pragma once

#include "core/article/article.hpp"
#include "pages/markup.hpp"

namespace broadside::publish {

/// Returns what a page says of its text to machines: a NewsArticle of schema.org as JSON-LD. Google reads headline,
/// dates, authors and pictures from it, and the reader modes of browsers the site and the date.
pages::Markup structured_data(const article::Article&, const article::Translation&, const std::string& description);

} // namespace broadside::publish
