#pragma once

#include "server/http/message.hpp"

#include <string>
#include <vector>

namespace broadside::server::api {

/// Which pages may use the replies from a browser: the CORS protocol (Fetch, 3.2). Never with credentials, as there are
/// none here.
class CrossOrigin {
public:
  /// Origins as browsers write them, compared exactly; all are allowed where there are none.
  explicit CrossOrigin(std::vector<std::string> allowed) : allowed_(std::move(allowed)) {}

  /// Whether a reply may be written from where this request comes from. Those that name no origin are not from a page.
  bool may_write(const http::Request&) const;

  /// Lets the page that asked read the response, if it may.
  void share(const http::Request&, http::Response&) const;

  /// Answers OPTIONS, a browser's question before a request that HTML alone could not make.
  http::Response preflight(std::string_view methods) const;

private:
  bool lists(std::string_view origin) const;

  std::vector<std::string> allowed_;
};

} // namespace broadside::server::api
