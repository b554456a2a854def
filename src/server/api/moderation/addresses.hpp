#pragma once

#include "server/api/route.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The addresses of moderators' pages. All are relative, because this server does not know what a proxy has put before
/// its paths.
namespace broadside::server::api {

/// Returns whether the address is that of one of the moderators' pages, which no other site's page may read.
bool is_for_moderators(const Address&);

/// Returns the address of a path of this server ("/moderation/sign-in?next=…"), relative to the request's own.
std::string relative_address(const Call&, std::string_view path);

/// Returns the path and the query of the request, from which local_path() makes a way back.
std::string own_path(const Call&);

/// Returns a path and a query that a form or an address names, if they lead to a page of moderators on this server, and
/// nothing if they lead anywhere else.
std::optional<std::string> local_path(const std::string& text);

/// Returns the text as it stands in an address's query.
std::string encoded(std::string_view text);

} // namespace broadside::server::api
