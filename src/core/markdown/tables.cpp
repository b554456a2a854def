#include "core/markdown/tables.hpp"

#include "core/markdown/bounds.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"

#include <cmark-gfm-core-extensions.h>

#include <string_view>

namespace broadside::markdown {
namespace {

using html::Element;
using html::TextAttribute;

std::string_view alignment(cmark_node* table, std::size_t column) {
  switch (cmark_gfm_extensions_get_table_alignments(table)[column]) {
  case 'l':
    return "left";
  case 'c':
    return "center";
  case 'r':
    return "right";
  default:
    return {};
  }
}

// Returns whether a cell holds so much text that it needs a column of some width to be readable. Bytes are counted,
// since a character that has several is often wide.
bool is_long(cmark_node* cell) {
  constexpr std::size_t short_text = 48;
  std::size_t size = 0;
  for_each_node(cell, [&](cmark_node* node) {
    if (is_leaf(node))
      size += literal(node).size() + 1;
  });
  return size > short_text;
}

} // namespace

void Tables::enter_row(cmark_node* row) {
  column_ = 0;
  if (!elements_.parent_was_written())
    return;
  cmark_node* previous = cmark_node_previous(row);
  if (is_header(row) || (previous != nullptr && is_header(previous)))
    composer_.open(is_header(row) ? Element::thead : Element::tbody, inline_bound);
  elements_.open(Element::tr, inline_bound);
}

void Tables::enter_cell(cmark_node* cell) {
  if (!elements_.parent_was_written())
    return;
  prose_.begin_block();
  cmark_node* row = cmark_node_parent(cell);
  elements_.open(is_header(row) ? Element::th : Element::td, inline_bound);
  if (const auto align = alignment(cmark_node_parent(row), column_++); !align.empty())
    composer_.attribute(TextAttribute::align, align);
  if (marks_long_cells_ && is_long(cell))
    composer_.attribute(TextAttribute::class_, "long");
}

// The last row closes the group of rows.
void Tables::leave_row(cmark_node* row) {
  const bool table_was_written = elements_.node_was_written();
  if (!table_was_written || (!is_header(row) && cmark_node_next(row) != nullptr))
    return;
  composer_.close();
}

} // namespace broadside::markdown
