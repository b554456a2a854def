#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::view {

/// Returns the name of a landmark that belongs to an article, such as its replies: what it is, and the article's title,
/// so that those of two articles on a page are told apart. Nothing where the title is not known: its heading names it
/// then.
inline std::optional<std::string> landmark_name(std::string_view what, std::string_view title) {
  if (title.empty())
    return std::nullopt;
  return std::string(what).append(" \u2013 ").append(title);
}

} // namespace broadside::view
