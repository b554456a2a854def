#include "core/reply/website.hpp"

#include "core/ascii.hpp"
#include "core/html/url.hpp"
#include "core/number.hpp"
#include "core/reply/host.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace broadside::reply {
namespace {

constexpr std::string_view scheme_end = "://";

// "example.org/?to=https://other.example" has no scheme.
bool has_scheme(std::string_view typed) {
  const auto end = typed.find(scheme_end);
  return end != std::string_view::npos && typed.find_first_of("/?#") == end + 1;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const auto literal = std::min(text.find('%'), text.size());
    decoded += text.substr(0, literal);
    text.remove_prefix(literal);
    if (text.empty())
      break;
    unsigned byte = 0;
    const auto digits = text.substr(1, 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (error != std::errc() || digits.size() < 2 || end != digits.data() + 2)
      return std::nullopt;
    decoded += static_cast<char>(byte);
    text.remove_prefix(3);
  }
  return is_utf8(decoded) ? std::optional(decoded) : std::nullopt;
}

bool is_port(std::string_view text) { return text.size() <= 5 && number(text, 0U, 0xFFFFU).has_value(); }

// Host names on the web may have underscores, and a dot at their end.
bool is_web_host(std::string host) {
  std::replace(host.begin(), host.end(), '_', 'x');
  if (host.ends_with('.'))
    host.pop_back();
  return is_host(host);
}

// Returns whether the text is "host" or "host:port", percent-encoded. A colon without a port is an error in the scheme:
// "https:/x.example" and "https://http://x.example" would lead to hosts named "https" and "http".
bool is_web_authority(std::string_view authority) {
  const auto colon = std::min(authority.find(':'), authority.size());
  const auto host = percent_decoded(authority.substr(0, colon));
  return host && is_web_host(*host) && (colon == authority.size() || is_port(authority.substr(colon + 1)));
}

} // namespace

std::optional<std::string> as_website(std::string_view typed) {
  const auto url = html::Url::check(has_scheme(typed) ? std::string(typed) : "https://" + std::string(typed));
  if (!url || !url->is_web())
    return std::nullopt;
  const std::string_view address = url->text();
  const auto start = address.find(scheme_end) + scheme_end.size();
  if (!is_web_authority(address.substr(start, address.find_first_of("/?#", start) - start)))
    return std::nullopt;
  return std::string(address);
}

} // namespace broadside::reply
