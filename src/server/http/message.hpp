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
  // The address of the client, as far as it is known: see TrustedProxies::client_of. It is never logged.
  boost::asio::ip::address client;

  // Returns the first field of that name, whatever its case, or an empty text if there is none.
  std::string_view field(std::string_view name) const;
};

// A response. The session sets Content-Length, Date and Connection; they are not among the fields.
struct Response {
  unsigned status = 200;
  Fields fields;
  std::string body;
};

// The reason why a request is answered without being read any further.
struct Refusal {
  unsigned status;
  std::string_view detail;
};

} // namespace broadside::server::http
