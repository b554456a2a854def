#pragma once

#include <string_view>

/// The paths that this server answers. A segment in braces is a parameter: it stands for any one segment.
namespace broadside::server::api::path {

constexpr std::string_view health = "/v1/health";
constexpr std::string_view style_sheet = "/broadside.css";
constexpr std::string_view replies = "/v1/articles/{id}/replies";

} // namespace broadside::server::api::path
