#include "server/api/negotiation.hpp"

#include "core/lines.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace broadside::server::api {

namespace {

using boost::beast::iequals;

/// Returns the weight of a media range, from 0 to 1. A malformed weight counts as 1, as a missing one does.
double weight_of(std::string_view range) {
  for (auto semicolon = range.find(';'); semicolon != std::string_view::npos; semicolon = range.find(';')) {
    range.remove_prefix(semicolon + 1);
    const auto parameter = trimmed(range.substr(0, range.find(';')));
    if (parameter.size() > 2 && iequals(parameter.substr(0, 2), "q="))
      return std::clamp(std::strtod(std::string(parameter.substr(2)).c_str(), nullptr), 0.0, 1.0);
  }
  return 1;
}

/// Returns 3 for the type itself, 2 for "text/*", 1 for "*/*", and 0 for another type.
int closeness(std::string_view range, std::string_view type) {
  if (iequals(range, type))
    return 3;
  if (range == "*/*")
    return 1;
  const auto slash = type.find('/') + 1;
  return range.ends_with("/*") && iequals(range.substr(0, range.size() - 1), type.substr(0, slash)) ? 2 : 0;
}

double quality(std::string_view accept, std::string_view type) {
  double found = 0;
  int closest = 0;
  while (!accept.empty()) {
    const auto range = accept.substr(0, accept.find(','));
    accept.remove_prefix(std::min(accept.size(), range.size() + 1));
    const int close = closeness(without_parameters(range), type);
    if (close > closest) {
      closest = close;
      found = weight_of(range);
    }
  }
  return found;
}

} // namespace

bool prefers_html(std::string_view accept) {
  return quality(accept, "text/html") > quality(accept, "application/json");
}

std::string_view without_parameters(std::string_view media_type) {
  return trimmed(media_type.substr(0, media_type.find(';')));
}

} // namespace broadside::server::api
