#include "server/api/origin.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>

#include <algorithm>

namespace urls = boost::urls;

namespace broadside::server::api {

namespace {

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

bool has_usual_port(const urls::url& url) {
  return (url.scheme() == "https" && url.port() == "443") || (url.scheme() == "http" && url.port() == "80");
}

} // namespace

tl::expected<std::string, Error> origin_from(const std::string& text) {
  const auto fault = [&](std::string message) {
    return tl::unexpected(Error{"origin-malformed", text, std::move(message)});
  };
  if (text == "*")
    return fault("This is not an origin. Leave --allow-origin out, and any page may read and write replies.");
  if (text == "null")
    return fault("This is what browsers send for any page without an origin, so it names nobody.");
  if (!is_ascii(text))
    return fault("Write the host as browsers send it, in Punycode: https://xn--….");
  if (text.find('*') != std::string::npos)
    return fault("This names no single origin. Give --allow-origin for each.");
  const auto parsed = urls::parse_uri(text);
  if (!parsed || parsed->encoded_host().empty())
    return fault("This is not an origin. Write scheme and host, and the port if it is not the default one: "
                 "https://news.example or http://localhost:8080.");
  if (parsed->has_userinfo() || parsed->has_query() || parsed->has_fragment() ||
      (!parsed->encoded_path().empty() && parsed->encoded_path() != "/"))
    return fault("An origin ends after the host or its port. Write " + std::string(parsed->scheme()) + "://" +
                 std::string(parsed->encoded_host_and_port()) + ".");

  urls::url url(*parsed);
  url.normalize();
  if (!url.has_port() || url.port().empty() || has_usual_port(url))
    url.remove_port();
  return std::string(url.scheme()) + "://" + std::string(url.encoded_host_and_port());
}

} // namespace broadside::server::api
