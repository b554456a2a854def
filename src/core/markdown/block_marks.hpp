#pragma once

#include "core/markdown/alert.hpp"

#include <cmark-gfm.h>

#include <map>
#include <string>

namespace broadside::markdown {

/// The marks in an article's source that apply to a whole block and are not part of its text.
struct BlockMarks {
  /// The alerts, by their block quote.
  std::map<const cmark_node*, Alert> alerts;
  /// The ids that authors chose for headings, by heading. Not all of them are different.
  std::map<const cmark_node*, std::string> heading_ids;
};

/// Reads the marks of all blocks below `root`, and removes them from the blocks' source. It is called when cmark has
/// found the blocks and has not yet parsed their content, where an escaped marker or one in code can still be told
/// apart.
BlockMarks take_block_marks(cmark_node* root);

} // namespace broadside::markdown
