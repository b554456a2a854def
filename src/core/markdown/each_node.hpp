#pragma once

#include <cmark-gfm.h>

#include <memory>

namespace broadside::markdown {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

/// Calls visit(node) for the root and for each node below it, each once, in the order of the text. It does not recurse:
/// a stranger can nest a thousand quotes, and a browser's stack is small. `visit` must not change the tree.
template <typename Visit> void for_each_node(cmark_node* root, Visit visit) {
  const Iterator iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get()))
    if (event == CMARK_EVENT_ENTER)
      visit(cmark_iter_get_node(iterator.get()));
}

} // namespace broadside::markdown
