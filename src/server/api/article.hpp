#pragma once

#include "server/api/problem.hpp"
#include "server/api/route.hpp"
#include "server/site/articles.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace broadside::server::api {

/// Finds the article that the request's path names.
tl::expected<std::shared_ptr<const ArticleInfo>, Problem> article_of(Services&, const Call&);

/// Returns the language of the article's text that the request's query names, or the default language if it names none
/// that the article has. The result is always a tag that may stand in addresses.
std::string language_of(const Call&, const ArticleInfo&);

} // namespace broadside::server::api
