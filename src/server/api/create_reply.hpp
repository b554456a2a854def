#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Keeps a reply. The answer has the form of the request: JSON for JSON; for a form, a redirection to the reply, or the
/// form again as it was filled in.
boost::asio::awaitable<http::Response> create_reply(Services&, const Call&);

} // namespace broadside::server::api
