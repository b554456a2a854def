#pragma once

#include "server/api/address.hpp"
#include "server/http/message.hpp"

#include <boost/asio/awaitable.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::server::api {

struct Services;

/// A request, as its handler sees it.
struct Call {
  const http::Request& request;
  /// The values of the parameters in the route's pattern.
  const Parameters& path;
  const Parameters& query;
};

/// A method at a path, with the handler that answers it.
struct Route {
  /// GET includes HEAD. OPTIONS needs no route.
  std::string_view method;
  /// The pattern is a path with parameters, such as "/v1/articles/{id}/replies".
  std::string_view pattern;
  boost::asio::awaitable<http::Response> (*handler)(Services&, const Call&);
};

/// The result of looking a path and a method up in a table of routes.
struct Match {
  /// The route. It is null if no route has the path, or if none of those that have the path has the method.
  const Route* route = nullptr;
  Parameters parameters = {};
  /// The methods of all routes that have the path, as the field Allow lists them (RFC 9110, 10.2.1). It is empty if no
  /// route has the path.
  std::string allow = {};
};

/// Finds the first route that has the method and whose pattern matches the path. The path's segments are decoded.
Match match(std::span<const Route>, const std::vector<std::string>& path, std::string_view method);

/// Returns the patterns of the table, each once, as a sentence lists them: "/a, /b and /c".
std::string listed_patterns(std::span<const Route>);

} // namespace broadside::server::api
