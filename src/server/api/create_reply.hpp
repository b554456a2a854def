#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Has a reply kept, and answers as it was sent: JSON with JSON, and a form with where the reply stands, or with the
/// form as it was filled in.
boost::asio::awaitable<http::Response> create_reply(Services&, const Call&);

} // namespace broadside::server::api
