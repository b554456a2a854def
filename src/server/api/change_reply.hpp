#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Changes the text of one's own reply, or deletes it. The request proves by its token (Authorization: Bearer) that it
/// is one's own, and not by anything that a browser sends by itself. The answers are JSON.
boost::asio::awaitable<http::Response> edit_reply(Services&, const Call&);
boost::asio::awaitable<http::Response> delete_reply(Services&, const Call&);

} // namespace broadside::server::api
