#pragma once

#include "core/markdown/block_marks.hpp"
#include "core/markdown/cmark/arena.hpp"
#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::markdown {

/// cmark's tree of a text. It owns all that cmark allocates for it, even when a node is read, so a node may be read
/// only while its document is the youngest one alive. It is a variable, and cannot be moved.
class Document {
public:
  /// A document is a whole text, or the Markdown within its raw HTML, which has no footnotes of its own.
  enum class Extent { whole, fragment };

  Document(std::string_view text, const Options& options, Extent extent);
  cmark_node* get() const { return root_; }
  /// The block marks of an article; empty in other profiles.
  const BlockMarks& marks() const { return marks_; }

private:
  Arena arena_;
  ArenaScope scope_{arena_};
  BlockMarks marks_;
  cmark_node* root_;
};

/// A byte order mark at the start is not part of the text. NUL, and each malformed sequence of UTF-8, becomes U+FFFD.
inline Document parse(std::string_view text, const Options& options,
                      Document::Extent extent = Document::Extent::whole) {
  return {text, options, extent};
}

} // namespace broadside::markdown
