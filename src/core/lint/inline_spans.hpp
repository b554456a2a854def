#pragma once

#include "core/lint/prose.hpp"

#include <string_view>
#include <vector>

namespace broadside::lint {

/// A part of a text in which signs of Markdown have no meaning: it is never plain.
struct InlineSpan {
  std::size_t start, end;
  Prose::Kind kind;
};

/// Returns the parts of a block's text that are escaped by a backslash, code, raw HTML or an address, in their order.
/// It takes time in proportion to the text's length.
std::vector<InlineSpan> inline_spans(std::string_view text, cmark_node* block);

/// Returns the end of the destination that begins with the bracket at `open`, after its closing bracket: "(a)", "(<a b>
/// "title")" (CommonMark 0.31, 6.3 "Inline link"). Returns `open` if there is no destination.
std::size_t end_of_destination(std::string_view text, std::size_t open);

/// Returns the address at the start of a destination's content, "<a b> "title"" or "a "title"", as it is typed, with
/// its angle brackets. It is a view of the text, and empty if there is no address.
std::string_view address_at_start(std::string_view text);

} // namespace broadside::lint
