#include "server/http/response_head.hpp"

#include "core/moment.hpp"

#include <ctime>

#include <boost/beast/http/status.hpp>

namespace broadside::server::http {

namespace {

std::string_view reason_phrase(unsigned status) {
  switch (status) {
  case 413:
    // RFC 9110 has renamed this one and the next; Beast has their old names.
    return "Content Too Large";
  case 422:
    return "Unprocessable Content";
  default:
    return boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
  }
}

void write_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string response_head(const Response& response, After after) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out.append(reason_phrase(response.status)).append("\r\n");
  write_field(out, "Date", http_date(std::time(nullptr)));
  for (const auto& [name, value] : response.fields)
    write_field(out, name, value);
  // Both have no body, and 304 would have to state the length of the body that it stands for (RFC 9110, 8.6).
  if (response.status != 204 && response.status != 304)
    write_field(out, "Content-Length", std::to_string(response.body.size()));
  if (after == After::close)
    write_field(out, "Connection", "close");
  out.append("\r\n");
  return out;
}

} // namespace broadside::server::http
