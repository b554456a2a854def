#pragma once

#include "server/http/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace broadside::server::api {

/// Returns whether the origin is that of this server's own pages, as the request's Host names it. The scheme is not
/// compared, since a proxy before this server may speak HTTPS.
bool is_own_origin(std::string_view origin, const http::Request&);

/// The CORS protocol (Fetch, 3.2): which pages may use the replies from a browser. Credentials are never allowed, since
/// replies need none.
class CrossOrigin {
public:
  /// The origins are written as browsers write them, and compared exactly. If there are none, all are allowed.
  explicit CrossOrigin(std::vector<std::string> allowed) : allowed_(std::move(allowed)) {}

  /// Returns whether a reply may be written from where this request comes from. A request that names no origin does not
  /// come from a page.
  bool may_write(const http::Request&) const;

  /// Allows the page that sent the request to read the response, if the page may.
  void share(const http::Request&, http::Response&) const;

  /// Answers OPTIONS, which a browser sends before a request that HTML alone could not make.
  http::Response preflight(std::string_view methods) const;

private:
  bool lists(std::string_view origin) const;

  std::vector<std::string> allowed_;
};

} // namespace broadside::server::api
