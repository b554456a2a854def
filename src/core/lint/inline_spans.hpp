#pragma once

#include "core/lint/prose.hpp"

#include <string_view>
#include <vector>

namespace broadside::lint {

/// A part of a text in which no sign means what it says: it is never plain.
struct InlineSpan {
  std::size_t start, end;
  Prose::Kind kind;
};

/// Returns what in the text of a block is escaped by a backslash, code, raw HTML or an address, in the order in which
/// it stands. It takes time in proportion to the text's length.
std::vector<InlineSpan> inline_spans(std::string_view text, cmark_node* block);

/// Returns where the destination ends that begins with the bracket at `open`, behind the bracket that closes it: "(a)",
/// "(<a b> "title")" (CommonMark 0.31, 6.3 "Inline link"). Returns `open` if it is none.
std::size_t end_of_destination(std::string_view text, std::size_t open);

/// Returns the address at the start of a destination's content, "<a b> "title"" or "a "title"", as it is typed, with
/// its angle brackets; a view of the text. Empty where there is none.
std::string_view address_at_start(std::string_view text);

} // namespace broadside::lint
