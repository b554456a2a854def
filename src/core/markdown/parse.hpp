#pragma once

#include "core/markdown/render.hpp"

#include <cmark-gfm.h>

#include <memory>

namespace broadside::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, FreeNode>;

/// cmark's tree of a text.
Document parse(std::string_view text, Profile profile);

} // namespace broadside::markdown
