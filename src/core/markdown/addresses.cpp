#include "core/markdown/addresses.hpp"

#include <algorithm>
#include <array>

namespace broadside::markdown {
namespace {

struct Place {
  std::string_view host, path;
};

// Where videos are: below these paths, or at /watch with the video's name in the query. web/src/embeds/video.ts knows
// the same places, and what a video's name looks like.
constexpr std::array places = {
    Place{"youtu.be", "/"},
    Place{"youtube.com", "/embed/"},
    Place{"youtube.com", "/live/"},
    Place{"youtube.com", "/shorts/"},
    Place{"youtube.com", "/v/"},
    Place{"youtube-nocookie.com", "/embed/"},
    Place{"youtube-nocookie.com", "/live/"},
    Place{"youtube-nocookie.com", "/shorts/"},
    Place{"youtube-nocookie.com", "/v/"},
    Place{"vimeo.com", "/"},
    Place{"player.vimeo.com", "/"},
};

constexpr std::string_view watch = "/watch?";

std::string host_of(std::string_view authority) {
  std::string host(authority);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (const std::string_view subdomain : {"www.", "m."})
    if (host.starts_with(subdomain))
      return host.substr(subdomain.size());
  return host;
}

bool names_video(std::string_view query) {
  while (!query.empty()) {
    const auto parameter = query.substr(0, query.find('&'));
    if (parameter.starts_with("v=") && parameter.size() > 2)
      return true;
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
  }
  return false;
}

} // namespace

std::optional<html::Url> link_address(std::string_view text, const Options& options, const Ids& ids) {
  auto url = html::Url::check(text, options.base);
  const bool is_place = url && url->text().size() > 1 && url->text().front() == '#';
  return is_place && options.profile == Profile::article ? ids.link_to(*url) : url;
}

bool is_video(const html::Url& url) {
  if (!url.is_web())
    return false;
  std::string_view rest = std::string_view(url.text()).substr(url.scheme().size() + 3);
  rest = rest.substr(0, rest.find('#'));
  const auto path = std::min(rest.find('/'), rest.size());
  const std::string host = host_of(rest.substr(0, path));
  rest.remove_prefix(path);
  if (rest.starts_with(watch) && (host == "youtube.com" || host == "youtube-nocookie.com"))
    return names_video(rest.substr(watch.size()));
  return std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return host == place.host && rest.starts_with(place.path) && rest.size() > place.path.size();
  });
}

} // namespace broadside::markdown
