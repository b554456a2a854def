#include "core/markdown/addresses.hpp"

#include <algorithm>
#include <array>

namespace broadside::markdown {
namespace {

struct Place {
  std::string_view host, path;
};

// Where videos are; a path that ends in a slash or an equals sign goes on with the video's name.
constexpr std::array places = {
    Place{"youtu.be", "/"},
    Place{"youtube.com", "/watch?v="},
    Place{"youtube.com", "/shorts/"},
    Place{"youtube.com", "/embed/"},
    Place{"youtube-nocookie.com", "/embed/"},
    Place{"vimeo.com", "/"},
    Place{"player.vimeo.com", "/video/"},
};

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
  for (const std::string_view subdomain : {"www.", "m."})
    if (rest.starts_with(subdomain))
      rest.remove_prefix(subdomain.size());
  return std::any_of(places.begin(), places.end(), [&](const Place& place) {
    return rest.starts_with(place.host) && rest.substr(place.host.size()).starts_with(place.path) &&
           rest.size() > place.host.size() + place.path.size();
  });
}

} // namespace broadside::markdown
