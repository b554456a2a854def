#include "publish/pages/licence.hpp"

#include "core/ascii.hpp"
#include "core/html/url.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template linked_licence = R"(<a rel="license" href="{url}">{name}</a>)";
constexpr Template licence_text = R"({name})";

constexpr std::string_view creative_commons = "https://creativecommons.org/";
constexpr std::string_view terms[] = {"BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND"};
constexpr std::string_view versions[] = {"1.0", "2.0", "2.5", "3.0", "4.0"};

struct Deed {
  std::string name, address;
};

// Returns the deed of "CC-BY-SA-4.0" (SPDX), which Creative Commons calls "CC BY-SA 4.0".
std::optional<Deed> deed_of(std::string_view written) {
  const std::string root(creative_commons);
  std::string identifier(written);
  std::replace(identifier.begin(), identifier.end(), ' ', '-');
  if (identifier == "CC0-1.0")
    return Deed{"CC0 1.0", root + "publicdomain/zero/1.0/"};
  for (const std::string_view term : terms)
    for (const std::string_view version : versions)
      if (identifier == "CC-" + std::string(term) + "-" + std::string(version))
        return Deed{"CC " + std::string(term) + " " + std::string(version),
                    root + "licenses/" + lowered(term) + "/" + std::string(version) + "/"};
  return std::nullopt;
}

} // namespace

Markup licence(std::string_view written) {
  if (written.empty())
    return {};
  if (const auto deed = deed_of(written))
    return Markup::fill(linked_licence, {{"url", deed->address}, {"name", deed->name}});
  const auto url = html::Url::check(written);
  if (url && url->is_web())
    return Markup::fill(linked_licence, {{"url", *url}, {"name", written}});
  return Markup::fill(licence_text, {{"name", written}});
}

} // namespace broadside::publish
