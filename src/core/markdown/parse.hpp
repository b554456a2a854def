#pragma once

#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

#include <memory>

namespace broadside::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;
using Document = std::unique_ptr<cmark_node, FreeNode>;

/// cmark's tree of a text.
Document parse(std::string_view text, const Options& options);

} // namespace broadside::markdown
