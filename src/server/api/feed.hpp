#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with the latest replies to an article, or to all articles, as an Atom feed (RFC 4287).
boost::asio::awaitable<http::Response> answer_atom(Services&, const Call&);

/// Answers with the same as a JSON Feed (version 1.1).
boost::asio::awaitable<http::Response> answer_json_feed(Services&, const Call&);

} // namespace broadside::server::api
