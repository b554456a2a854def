#pragma once

#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::lint {

/// The address of a link and its position in the source.
struct LinkAddress {
  int line;
  /// The offset and length are in bytes, and include the angle brackets around an address.
  std::size_t offset, length;
  /// The address with its escapes and character references decoded.
  std::string text;
};

/// Returns the addresses of all links of a text in their order: those in the text, those of labels, and those in raw
/// HTML if the mode lets readers have it. Pictures and bare addresses are not included. `document` is cmark's tree of
/// the text.
std::vector<LinkAddress> link_addresses(std::string_view markdown, cmark_node* document, markdown::RawHtml);

/// Returns the anchor in a text to which a link with the fragment leads, as it appears in the address of its page
/// ("#article-costs" for "#costs"), or nullopt if the text has no such anchor.
std::optional<std::string> anchor_in(std::string_view markdown, markdown::RawHtml, std::string_view fragment);

} // namespace broadside::lint
