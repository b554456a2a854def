#include "core/markdown/nodes.hpp"

#include "core/utf8.hpp"

#include <cmark-gfm-core-extensions.h>
#include <node.h>

namespace broadside::markdown {
namespace {

// Returns a view of the chunk. cmark's own functions make a copy, to end it with NUL.
std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// cmark-gfm leaves empty texts beside the links that it finds in a text.
bool is_empty_text(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_TEXT && literal(node).empty(); }

// Returns the text of the first (or last) leaf in the node, going inward by `inward`; empty if there is none.
template <typename Step> std::string_view words_at_edge(cmark_node* node, Step inward) {
  while (node != nullptr && !is_leaf(node))
    node = inward(node);
  if (node == nullptr)
    return {};
  const auto type = cmark_node_get_type(node);
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ? literal(node) : std::string_view();
}

} // namespace

std::string_view literal(cmark_node* node) {
  return view(node->type == CMARK_NODE_CODE_BLOCK ? node->as.code.literal : node->as.literal);
}
std::string_view info(cmark_node* node) { return view(node->as.code.info); }
bool is_fenced(cmark_node* code_block) { return code_block->as.code.fenced != 0; }
std::string_view address(cmark_node* node) { return view(node->as.link.url); }
std::string_view title(cmark_node* node) { return view(node->as.link.title); }

bool is_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_THEMATIC_BREAK:
  case CMARK_NODE_CODE_BLOCK:
  case CMARK_NODE_TEXT:
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
  case CMARK_NODE_CODE:
  case CMARK_NODE_HTML_INLINE:
    return true;
  default:
    return false;
  }
}

bool is_block(cmark_node* node) {
  return (static_cast<unsigned>(cmark_node_get_type(node)) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

bool is_task(cmark_node* item) { return std::string_view(cmark_node_get_type_string(item)) == "tasklist"; }

bool is_header(cmark_node* row) { return cmark_gfm_extensions_get_table_row_is_header(row) != 0; }

bool is_bare_address(cmark_node* link) {
  cmark_node* text = only_child(link);
  return text != nullptr && cmark_node_get_type(text) == CMARK_NODE_TEXT && address(link).ends_with(literal(text));
}

bool is_lone_image(cmark_node* image) {
  cmark_node* paragraph = cmark_node_parent(image);
  return cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && only_child(paragraph) == image;
}

cmark_node* only_child(cmark_node* node) {
  cmark_node* only = nullptr;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    if (is_empty_text(child))
      continue;
    if (only != nullptr)
      return nullptr;
    only = child;
  }
  return only;
}

char32_t character_before(cmark_node* soft_break) {
  const auto words = words_at_edge(cmark_node_previous(soft_break), cmark_node_last_child);
  return last_character(words);
}

char32_t character_after(cmark_node* soft_break) {
  return first_character(words_at_edge(cmark_node_next(soft_break), cmark_node_first_child)).value;
}

} // namespace broadside::markdown
