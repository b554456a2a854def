#include "core/markdown/block_marks.hpp"

#include "core/lines.hpp"
#include "core/markdown/cmark/buffer.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/heading_id.hpp"
#include "core/markdown/parse.hpp"

#include <node.h>

#include <vector>

namespace broadside::markdown {
namespace {

std::string_view source(const cmark_node* block) { return view(block->content.ptr, block->content.size); }

void take_heading_id(cmark_node* heading, BlockMarks& marks) {
  auto found = read_heading_id(source(heading));
  if (!found)
    return;
  const auto end = found->words.data() + found->words.size() - source(heading).data();
  cmark_strbuf_truncate(&heading->content, static_cast<bufsize_t>(end));
  marks.heading_ids.emplace(heading, std::move(found->id));
}

// A marker with nothing below it stays a quotation, as on GitHub.
void take_alert(cmark_node* quote, BlockMarks& marks) {
  cmark_node* first = quote->first_child;
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
    return;
  auto rest = source(first);
  const auto alert = read_alert(take_line(rest));
  const bool is_marker_alone = trimmed(rest).empty();
  if (!alert || (is_marker_alone && first->next == nullptr))
    return;
  marks.alerts.emplace(quote, *alert);
  if (is_marker_alone) {
    cmark_node_free(first);
    return;
  }
  cmark_strbuf_drop(&first->content, first->content.size - static_cast<bufsize_t>(rest.size()));
  ++first->start_line;
}

// The blocks are first found and then changed, since an iterator must not stand before a node that is freed.
std::vector<cmark_node*> marked_blocks(cmark_node* root) {
  std::vector<cmark_node*> blocks;
  for_each_node(root, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING || type == CMARK_NODE_BLOCK_QUOTE)
      blocks.push_back(node);
  });
  return blocks;
}

} // namespace

BlockMarks take_block_marks(cmark_node* root) {
  BlockMarks marks;
  for (cmark_node* block : marked_blocks(root)) {
    if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
      take_heading_id(block, marks);
    else
      take_alert(block, marks);
  }
  return marks;
}

} // namespace broadside::markdown
