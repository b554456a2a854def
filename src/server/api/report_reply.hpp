#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Shows the page on which a reader reports a reply, with or without script. It is in English, as moderators' pages
/// are.
boost::asio::awaitable<http::Response> show_report_form(Services&, const Call&);

/// Takes a report, as JSON or as that page's form sends it.
boost::asio::awaitable<http::Response> report_reply(Services&, const Call&);

} // namespace broadside::server::api
