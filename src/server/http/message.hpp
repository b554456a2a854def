#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/ip/address.hpp>

namespace broadside::server::http {

struct Field {
  std::string name;
  std::string value;
};

using Fields = std::vector<Field>;

struct Request {
  std::string method;
  std::string target;
  Fields fields;
  std::string body;
  // Who sent it, as far as that is known: see TrustedProxies::client_of. It is never logged.
  boost::asio::ip::address client;

  // The first field of that name, whatever its case; empty where there is none.
  std::string_view field(std::string_view name) const;
};

// Content-Length, Date and Connection are the session's and not set here.
struct Response {
  unsigned status = 200;
  Fields fields;
  std::string body;
};

// Why a request is answered without being looked at further.
struct Refusal {
  unsigned status;
  std::string_view detail;
};

} // namespace broadside::server::http
