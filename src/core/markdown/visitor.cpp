#include "core/markdown/visitor.hpp"

#include "core/language/direction.hpp"
#include "core/markdown/addresses.hpp"
#include "core/markdown/bounds.hpp"
#include "core/markdown/each_node.hpp"
#include "core/markdown/nodes.hpp"

#include <cmark-gfm-core-extensions.h>
#include <node.h>

#include <algorithm>
#include <array>
#include <utility>

namespace broadside::markdown {

using html::Element;

Visitor::Visitor(const Options& options, html::Writer& writer)
    : options_(options),
      words_(language::text_words(options.words_language.empty() ? options.language : options.words_language)),
      composer_(writer), elements_(composer_),
      ids_(options.profile == Profile::reply ? "reply-" : "article-", options.id_prefix), link_targets_(ids_, options),
      footnotes_(options, words_, ids_, composer_), prose_(options, composer_), pictures_(options, composer_, prose_),
      links_(options, ids_, composer_, elements_),
      blocks_(options, words_, link_targets_, composer_, prose_, elements_),
      lists_(options, ids_, composer_, elements_), tables_(options, composer_, prose_, elements_),
      raw_markup_(options, ids_, composer_, prose_, [this](const Document& document) { walk(document); }) {}

void Visitor::visit(const Document& document) {
  walk(document);
  composer_.close_all_raw();
  footnotes_.finish();
}

// Walks the events of entering and leaving without recursion, as for_each_node does.
void Visitor::walk(const Document& document) {
  const Document* around = std::exchange(document_, &document);
  if (options_.profile == Profile::article)
    link_targets_.expect(document);
  const Iterator iterator(cmark_iter_new(document.get()));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER)
      enter(node);
    else
      exit(node);
  }
  document_ = around;
}

void Visitor::enter(cmark_node* node) {
  if (!is_leaf(node))
    elements_.enter();
  if (pictures_.is_open())
    pictures_.describe(node);
  else if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE)
    raw_markup_.write_inline(literal(node));
  else if (raw_markup_.is_in_dropped())
    return;
  else if (is_leaf(node))
    write_leaf(node);
  else
    enter_container(node);
}

void Visitor::exit(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (pictures_.is_open(node))
    pictures_.write(links_.is_open());
  if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    footnotes_.write_back_links(node);
  if (type == CMARK_NODE_LINK)
    links_.leave();
  if (is_block(node))
    raw_markup_.end_block();
  elements_.exit();
  if (type == CMARK_NODE_TABLE_ROW)
    tables_.leave_row(node);
}

void Visitor::enter_container(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_BLOCK_QUOTE:
    blocks_.enter_block_quote(node, document_->marks());
    break;
  case CMARK_NODE_LIST:
    lists_.enter_list(node);
    break;
  case CMARK_NODE_ITEM:
    lists_.enter_item(node);
    break;
  case CMARK_NODE_PARAGRAPH:
    blocks_.enter_paragraph(node);
    break;
  case CMARK_NODE_HEADING:
    blocks_.enter_heading(node);
    break;
  case CMARK_NODE_FOOTNOTE_DEFINITION:
    enter_footnote();
    break;
  case CMARK_NODE_EMPH:
    elements_.open(Element::em, inline_bound);
    break;
  case CMARK_NODE_STRONG:
    elements_.open(Element::strong, inline_bound);
    break;
  case CMARK_NODE_LINK:
    links_.enter(node);
    break;
  case CMARK_NODE_IMAGE:
    pictures_.enter(node);
    break;
  case CMARK_NODE_FOOTNOTE_REFERENCE:
    prose_.skip();
    footnotes_.write_reference(node, links_.is_open());
    break;
  case CMARK_NODE_STRIKETHROUGH:
    elements_.open(Element::del, inline_bound);
    break;
  case CMARK_NODE_TABLE:
    elements_.open(Element::table, container_bound);
    break;
  case CMARK_NODE_TABLE_ROW:
    tables_.enter_row(node);
    break;
  case CMARK_NODE_TABLE_CELL:
    tables_.enter_cell(node);
    break;
  default:
    break;
  }
}

void Visitor::write_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    write_text(literal(node));
    break;
  case CMARK_NODE_SOFTBREAK:
    write_soft_break(node);
    break;
  case CMARK_NODE_LINEBREAK:
    write_line_break();
    break;
  case CMARK_NODE_CODE:
    write_code(node);
    break;
  case CMARK_NODE_CODE_BLOCK:
    blocks_.write_code_block(node);
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    composer_.write_empty(Element::hr, block_bound);
    break;
  case CMARK_NODE_HTML_BLOCK:
    raw_markup_.write_block(literal(node));
    break;
  default:
    break;
  }
}

void Visitor::write_text(std::string_view text) {
  if (links_.is_bare())
    prose_.verbatim(text);
  else
    prose_.words(text);
}

// The writer of a reply ends a line where it should end.
void Visitor::write_soft_break(cmark_node* node) {
  if (options_.profile == Profile::reply)
    write_line_break();
  else
    prose_.soft_break(node);
}

void Visitor::write_line_break() {
  composer_.write_empty(Element::br, inline_bound);
  prose_.line_break();
}

void Visitor::enter_footnote() {
  footnotes_.enter_definition();
  if (elements_.open(Element::li, inline_bound))
    footnotes_.write_id();
}

void Visitor::write_code(cmark_node* node) {
  const bool is_open = composer_.open(Element::code, inline_bound);
  prose_.verbatim(literal(node));
  if (is_open)
    composer_.close();
}

} // namespace broadside::markdown
