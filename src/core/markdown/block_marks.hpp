#pragma once

#include "core/markdown/alert.hpp"

#include <cmark-gfm.h>

#include <string>
#include <unordered_map>

namespace broadside::markdown {

/// The marks in an article's source that say something of a whole block and are no part of its text.
struct BlockMarks {
  /// The alerts, by their block quote.
  std::unordered_map<const cmark_node*, Alert> alerts;
  /// The ids that authors chose for headings, by heading. Not all of them are different.
  std::unordered_map<const cmark_node*, std::string> heading_ids;
};

/// Reads the marks of all blocks below `root`, and takes them out of the blocks' source. To be called when cmark has
/// found the blocks and before it parses what stands in them: there a marker that is escaped or in code still is so.
BlockMarks take_block_marks(cmark_node* root);

} // namespace broadside::markdown
