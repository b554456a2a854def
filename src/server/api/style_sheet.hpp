#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Answers with the site's own style sheet, so that the pages here look like its pages.
boost::asio::awaitable<http::Response> answer_style_sheet(Services&, const Call&);

} // namespace broadside::server::api
