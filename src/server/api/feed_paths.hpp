#pragma once

#include <string_view>

/// The paths of feeds and counts, beside those of paths.hpp.
namespace broadside::server::api::path {

constexpr std::string_view counts = "/v1/counts";
constexpr std::string_view counts_script = "/broadside-counts.js";
constexpr std::string_view site_atom = "/v1/replies.atom";
constexpr std::string_view site_json_feed = "/v1/replies.json";
constexpr std::string_view article_atom = "/v1/articles/{id}/replies.atom";
constexpr std::string_view article_json_feed = "/v1/articles/{id}/replies.json";

} // namespace broadside::server::api::path
