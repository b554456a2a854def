#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers whether replies can be read and kept.
boost::asio::awaitable<http::Response> answer_health(Services&, const Call&);

} // namespace broadside::server::api
