#pragma once

#include <string>
#include <string_view>

namespace broadside::reply {

/// The path of an article's replies on a reply server; `{id}` is the article's id.
constexpr std::string_view replies_path = "/v1/articles/{id}/replies";

/// Returns the path of the replies to the article with that id.
inline std::string replies_path_of(std::string_view id) {
  constexpr std::string_view parameter = "{id}";
  return std::string(replies_path).replace(replies_path.find(parameter), parameter.size(), id);
}

} // namespace broadside::reply
