#pragma once

#include <string_view>

namespace broadside::html {

/// The `rel` of links that readers wrote: search engines give them no weight (`nofollow`) and know who wrote them
/// (`ugc`), and a page that opens from one has no access to the page from which it was opened (`noopener`).
constexpr std::string_view readers_link = "nofollow ugc noopener";

} // namespace broadside::html
