#pragma once

#include "server/api/route.hpp"

namespace broadside::server::api {

/// Shows the form with which moderators sign in, or leads on who is signed in already.
boost::asio::awaitable<http::Response> show_sign_in(Services&, const Call&);

/// Signs a moderator in, and leads to the page that the form names, by way of show_sign_in(), which sees whether the
/// browser has kept the cookie.
boost::asio::awaitable<http::Response> sign_in(Services&, const Call&);

boost::asio::awaitable<http::Response> sign_out(Services&, const Call&);

} // namespace broadside::server::api
