#pragma once

#include "core/lint/remark.hpp"
#include "core/lint/source.hpp"
#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

namespace broadside::lint {

// Each adds what it has to say of one node of cmark's tree. A node knows its lines, and the source has what they say.

/// Rows of a table with more cells than its header has: readers see only as many.
void check_row(cmark_node*, const Source&, std::vector<Remark>&);
/// Lines of a paragraph that begin as a list does in a word processor.
void check_bullets(cmark_node*, const Source&, std::vector<Remark>&);
/// Lists and items of one that stand too far to the left to belong to the item above them.
void check_indent(cmark_node*, const Source&, std::vector<Remark>&);
/// Raw HTML that this mode keeps from readers.
void check_raw_html(cmark_node*, markdown::RawHtml, std::vector<Remark>&);

} // namespace broadside::lint
