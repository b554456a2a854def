#include "server/api/route.hpp"

#include <algorithm>
#include <optional>

namespace broadside::server::api {

namespace {

using Segments = std::vector<std::string_view>;

Segments segments_of(std::string_view pattern) {
  Segments segments;
  while (!pattern.empty()) {
    pattern.remove_prefix(1); // the slash
    segments.push_back(pattern.substr(0, pattern.find('/')));
    pattern.remove_prefix(segments.back().size());
  }
  return segments;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

std::optional<Parameters> parameters_in(const std::vector<std::string>& path, const Segments& pattern) {
  if (path.size() != pattern.size())
    return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (is_parameter(pattern[i]))
      parameters.add(pattern[i].substr(1, pattern[i].size() - 2), path[i]);
    else if (path[i] != pattern[i])
      return std::nullopt;
  }
  return parameters;
}

bool answers(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

} // namespace

Match match(std::span<const Route> routes, const std::vector<std::string>& path, std::string_view method) {
  Match match;
  for (const Route& route : routes) {
    auto parameters = parameters_in(path, segments_of(route.pattern));
    if (!parameters)
      continue;
    match.allow.append(route.method).append(route.method == "GET" ? ", HEAD, " : ", ");
    if (match.route != nullptr || !answers(route, method))
      continue;
    match.route = &route;
    match.parameters = std::move(*parameters);
  }
  if (!match.allow.empty())
    match.allow.append("OPTIONS");
  return match;
}

std::string listed_patterns(std::span<const Route> routes) {
  std::vector<std::string_view> patterns;
  for (const Route& route : routes)
    if (std::find(patterns.begin(), patterns.end(), route.pattern) == patterns.end())
      patterns.push_back(route.pattern);
  std::string list;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    list.append(i == 0 ? "" : i + 1 == patterns.size() ? " and " : ", ").append(patterns[i]);
  return list;
}

} // namespace broadside::server::api
