#include "server/api/moderation/addresses.hpp"

#include "server/api/paths.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace urls = boost::urls;

namespace broadside::server::api {

namespace {

/// Longer ones are no pages of ours.
constexpr std::size_t longest_way_back = 1000;

bool is_below_moderation(const std::vector<std::string>& segments) {
  return !segments.empty() && segments.front() == path::moderation.substr(1);
}

/// Browsers resolve these even if they are written with percent signs.
bool is_dots(const std::string& segment) { return segment == "." || segment == ".."; }

} // namespace

bool is_for_moderators(const Address& address) { return is_below_moderation(address.path); }

std::string relative_address(const Call& call, std::string_view path) {
  std::string address;
  if (const auto own = parse_address(call.request.target))
    for (std::size_t up = own->path.size(); up > 1; --up)
      address.append("../");
  return address.append(path.substr(1));
}

std::string own_path(const Call& call) {
  const std::string& target = call.request.target;
  const auto url = target.starts_with('/') ? urls::parse_origin_form(target) : urls::parse_absolute_uri(target);
  return url ? std::string(url->encoded_target()) : std::string(path::moderation);
}

std::optional<std::string> local_path(const std::string& text) {
  if (text.size() > longest_way_back || !text.starts_with('/'))
    return std::nullopt;
  const auto address = parse_address(text);
  if (!address || !is_below_moderation(address->path) ||
      std::any_of(address->path.begin(), address->path.end(), is_dots))
    return std::nullopt;
  return text;
}

std::string encoded(std::string_view text) { return urls::encode(text, urls::unreserved_chars); }

} // namespace broadside::server::api
