#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with one page of the thread: as JSON, or as HTML for a browser that followed a link. If the request says
/// since which change it asks, the answer is what has changed since then, as JSON.
boost::asio::awaitable<http::Response> list_replies(Services&, const Call&);

} // namespace broadside::server::api
