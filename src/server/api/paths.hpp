#pragma once

#include "core/reply/path.hpp"

#include <string_view>

/// The paths that this server answers. A segment in braces is a parameter: it stands for any one segment.
namespace broadside::server::api::path {

constexpr std::string_view health = "/v1/health";
constexpr std::string_view style_sheet = "/broadside.css";
constexpr std::string_view replies = reply::replies_path;
constexpr std::string_view reply = "/v1/articles/{id}/replies/{reply}";
constexpr std::string_view report = "/v1/articles/{id}/replies/{reply}/report";

constexpr std::string_view counts = "/v1/counts";
constexpr std::string_view counts_script = "/broadside-counts.js";
constexpr std::string_view site_atom = "/v1/replies.atom";
constexpr std::string_view site_json_feed = "/v1/replies.json";
constexpr std::string_view article_atom = "/v1/articles/{id}/replies.atom";
constexpr std::string_view article_json_feed = "/v1/articles/{id}/replies.json";

constexpr std::string_view moderation = "/moderation";
constexpr std::string_view sign_in = "/moderation/sign-in";
constexpr std::string_view sign_out = "/moderation/sign-out";
constexpr std::string_view decide = "/moderation/decide";
constexpr std::string_view undo = "/moderation/undo";
constexpr std::string_view close_article = "/moderation/article";
constexpr std::string_view moderation_keys = "/moderation/keys.js";
constexpr std::string_view moderation_style = "/moderation/style.css";

} // namespace broadside::server::api::path
