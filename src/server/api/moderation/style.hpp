#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with the style sheet of the moderators' pages, which readers' pages do not have.
boost::asio::awaitable<http::Response> answer_moderation_style(Services&, const Call&);

/// Answers with the script of the moderators' page.
boost::asio::awaitable<http::Response> answer_moderation_keys(Services&, const Call&);

} // namespace broadside::server::api
