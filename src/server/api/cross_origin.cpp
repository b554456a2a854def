#include "server/api/cross_origin.hpp"

#include <algorithm>

namespace broadside::server::api {

namespace {

/// Browsers send this origin for pages that have none, such as a sandboxed frame or a file.
constexpr std::string_view opaque_origin = "null";

} // namespace

bool is_own_origin(std::string_view origin, const http::Request& request) {
  const auto scheme = origin.find("://");
  return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.field("Host");
}

bool CrossOrigin::lists(std::string_view origin) const {
  return std::find(allowed_.begin(), allowed_.end(), origin) != allowed_.end();
}

bool CrossOrigin::may_write(const http::Request& request) const {
  const auto origin = request.field("Origin");
  return allowed_.empty() || origin.empty() || lists(origin) || is_own_origin(origin, request);
}

void CrossOrigin::share(const http::Request& request, http::Response& response) const {
  if (allowed_.empty()) {
    response.fields.push_back({"Access-Control-Allow-Origin", "*"});
    return;
  }
  response.fields.push_back({"Vary", "Origin"});
  const auto origin = request.field("Origin");
  // A reader on a page without an origin is told why the reply is refused. Such a page can read the answer to the
  // preflight and the refusal itself, and nothing else.
  const bool refusal = request.method == "OPTIONS" || response.status == 403;
  if (lists(origin) || (origin == opaque_origin && refusal))
    response.fields.push_back({"Access-Control-Allow-Origin", std::string(origin)});
}

http::Response CrossOrigin::preflight(std::string_view methods) const {
  // Browsers keep the answer for two hours at most (Chromium), whatever the header says.
  return {204,
          {{"Allow", std::string(methods)},
           {"Access-Control-Allow-Methods", std::string(methods)},
           {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
           {"Access-Control-Max-Age", "7200"}},
          {}};
}

} // namespace broadside::server::api
