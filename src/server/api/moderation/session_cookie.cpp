#include "server/api/moderation/session_cookie.hpp"

#include "core/ascii.hpp"
#include "core/lines.hpp"
#include "server/moderation/sessions.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <chrono>

namespace broadside::server::api {

namespace {

constexpr std::string_view cookie_name = "broadside-session";

/// Returns the host without its port: "localhost", "[::1]".
std::string_view host_of(const http::Request& request) {
  const std::string_view host = request.field("Host");
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return has_port ? host.substr(0, colon) : host;
}

bool is_this_machine(std::string_view text) {
  const auto host = lowered(text);
  boost::system::error_code no_address;
  const auto address = boost::asio::ip::make_address(host == "[::1]" ? "::1" : host, no_address);
  return host == "localhost" || host.ends_with(".localhost") || (!no_address && address.is_loopback());
}

/// A proxy on this machine may name it as the host. Then the browser still tells the scheme of its page.
bool is_plain(const http::Request& request) {
  return is_this_machine(host_of(request)) && !request.field("Origin").starts_with("https://");
}

/// Browsers send a cookie that is `Secure` over HTTPS alone. On one's own machine there is no HTTPS to try things with.
http::Field cookie(const http::Request& request, std::string_view token, long long seconds) {
  std::string value(cookie_name);
  value.append("=").append(token).append("; HttpOnly; SameSite=Lax; Max-Age=").append(std::to_string(seconds));
  if (!is_plain(request))
    value.append("; Secure");
  return {"Set-Cookie", value};
}

} // namespace

std::string session_token(const http::Request& request) {
  std::string_view rest = request.field("Cookie");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto pair = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == cookie_name)
      return std::string(pair.substr(equals + 1));
  }
  return {};
}

http::Field session_cookie(const http::Request& request, std::string_view token) {
  return cookie(request, token, std::chrono::seconds(moderation::longest_session).count());
}

http::Field no_session_cookie(const http::Request& request) { return cookie(request, "", 0); }

} // namespace broadside::server::api
