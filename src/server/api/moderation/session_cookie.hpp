#pragma once

#include "server/http/message.hpp"

#include <string>
#include <string_view>

namespace broadside::server::api {

/// Returns the token of the session that the request's cookie names, or an empty text.
std::string session_token(const http::Request&);

/// Returns the field that gives the browser a session's token. The cookie has no path, so that it belongs to the pages
/// beside and below this one, whatever a proxy has put before them.
http::Field session_cookie(const http::Request&, std::string_view token);

/// Returns the field that takes it away.
http::Field no_session_cookie(const http::Request&);

} // namespace broadside::server::api
