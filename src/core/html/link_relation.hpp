#pragma once

#include "core/word_list.hpp"

#include <string_view>

namespace broadside::html {

/// A page that opens from a link with this word in its `rel` has no access to the page from which it was opened.
constexpr std::string_view no_opener = "noopener";

/// The `rel` of links that readers wrote: search engines give them no weight (`nofollow`) and know who wrote them
/// (`ugc`).
constexpr std::string_view readers_link = "nofollow ugc noopener";
static_assert(is_listed(readers_link, no_opener));

} // namespace broadside::html
