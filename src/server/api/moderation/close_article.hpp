#pragma once

#include "pages/markup.hpp"
#include "server/api/moderation/guard.hpp"
#include "server/api/route.hpp"

#include <string>

namespace broadside::server::api {

/// Returns what a queue of one article's replies says about the article: its title, whether it takes replies, who has
/// closed or opened it, and a form that does so. `back` is the path of the page.
pages::Markup article_box(Services&, const Call&, const SignedIn&, const std::string& article, const std::string& back);

/// Closes an article to further replies, or opens it, as that form says.
boost::asio::awaitable<http::Response> close_article(Services&, const Call&);

} // namespace broadside::server::api
