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

/// A request as its handler sees it.
struct Call {
  const http::Request& request;
  /// The values that stand for the parameters of the route's pattern.
  const Parameters& path;
  const Parameters& query;
};

/// One thing that can be done at one path.
struct Route {
  /// GET stands for HEAD as well, and OPTIONS needs no route.
  std::string_view method;
  /// A path with parameters, such as "/v1/articles/{id}/replies".
  std::string_view pattern;
  boost::asio::awaitable<http::Response> (*handler)(Services&, const Call&);
};

/// What a table of routes has for a path and a method.
struct Match {
  /// Null where no route has the path, or none of those that have it has the method.
  const Route* route = nullptr;
  Parameters parameters = {};
  /// The methods of all routes that have the path, as the field Allow lists them (RFC 9110, 10.2.1). Empty where there
  /// is no such route.
  std::string allow = {};
};

/// Finds the first route of the method whose pattern the path has. The path's segments are decoded.
Match match(std::span<const Route>, const std::vector<std::string>& path, std::string_view method);

/// The patterns of the table, each once, as a sentence lists them: "/a, /b and /c".
std::string listed_patterns(std::span<const Route>);

} // namespace broadside::server::api
