#include "core/lint/lint.hpp"

#include "core/lint/rules.hpp"
#include "core/markdown/parse.hpp"

#include <algorithm>

namespace broadside::lint {

std::vector<Remark> remarks_on(std::string_view markdown, cmark_node* document, markdown::RawHtml raw_html) {
  const Source source(markdown);
  const markdown::Iterator iterator(cmark_iter_new(document));
  std::vector<Remark> remarks;
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iterator.get()) != CMARK_EVENT_ENTER)
      continue;
    cmark_node* node = cmark_iter_get_node(iterator.get());
    check_row(node, source, remarks);
    check_bullets(node, source, remarks);
    check_indent(node, source, remarks);
    check_raw_html(node, raw_html, remarks);
  }
  std::stable_sort(remarks.begin(), remarks.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return remarks;
}

} // namespace broadside::lint
