#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with one page of the thread: JSON, or HTML for a browser that was led here by a link; or, to who asks since
/// a change, with what has changed, as JSON.
boost::asio::awaitable<http::Response> list_replies(Services&, const Call&);

} // namespace broadside::server::api
