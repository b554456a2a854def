#include "core/markdown/render.hpp"

#include "core/markdown/parse.hpp"
#include "core/markdown/visitor.hpp"

#include <memory>

namespace broadside::markdown {
namespace {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

} // namespace

void render(std::string_view text, const Options& options, html::Writer& writer) {
  const Document document = parse(text, options);
  Visitor visitor(options, writer);
  // An iterator, not recursion: a stranger can nest a thousand quotes, and a browser's stack is small.
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document.get()));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER)
      visitor.enter(node);
    else
      visitor.exit(node);
  }
  visitor.finish();
}

} // namespace broadside::markdown
