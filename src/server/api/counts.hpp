#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with the numbers of replies to many articles, for lists of them.
boost::asio::awaitable<http::Response> answer_counts(Services&, const Call&);

/// Answers with the script that shows these numbers on a publisher's list page.
boost::asio::awaitable<http::Response> answer_counts_script(Services&, const Call&);

} // namespace broadside::server::api
