#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with one page of the thread: JSON, or HTML for a browser that was led here by a link.
boost::asio::awaitable<http::Response> list_replies(Services&, const Call&);

/// Keeps a reply, and answers as it was sent: JSON with JSON, and a form with where its reply stands.
boost::asio::awaitable<http::Response> create_reply(Services&, const Call&);

} // namespace broadside::server::api
