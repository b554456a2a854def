#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Carries out what a moderator has decided, and leads back to the queue. If all of the replies have changed since the
/// moderator has seen them, nothing is done and the answer is 409 with the replies as they are now.
boost::asio::awaitable<http::Response> decide(Services&, const Call&);

/// Makes the replies as they were before a decision.
boost::asio::awaitable<http::Response> undo(Services&, const Call&);

} // namespace broadside::server::api
