#pragma once

#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::lint {

/// The address of a link, and where it stands in the source.
struct LinkAddress {
  int line;
  /// In bytes; the angle brackets around an address belong to it.
  std::size_t offset, length;
  /// With its escapes and character references read.
  std::string text;
};

/// Returns the addresses of all links of a text, in the order in which they stand: of those in the text, of labels, and
/// of raw HTML where that mode lets readers have it. Pictures and bare addresses are not among them. `document` is
/// cmark's tree of the text.
std::vector<LinkAddress> link_addresses(std::string_view markdown, cmark_node* document, markdown::RawHtml);

/// Returns where a link with the fragment leads in a text, as it stands in the address of its page ("#article-costs"
/// for
/// "#costs"); nothing where the text has no such place.
std::optional<std::string> place_in(std::string_view markdown, markdown::RawHtml, std::string_view fragment);

} // namespace broadside::lint
