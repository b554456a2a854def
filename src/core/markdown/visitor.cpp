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
namespace {

using html::Element;
using html::TextAttribute;
using html::UrlAttribute;

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

} // namespace

Visitor::Visitor(const Options& options, html::Writer& writer)
    : options_(options),
      words_(language::text_words(options.words_language.empty() ? options.language : options.words_language)),
      composer_(writer), ids_(options.profile == Profile::reply ? "reply-" : "article-", options.id_prefix),
      places_(ids_, options), footnotes_(options, words_, ids_, composer_), prose_(options, composer_),
      pictures_(options, composer_, prose_),
      raw_markup_(options, ids_, composer_, prose_, [this](const Document& document) { walk(document); }) {}

void Visitor::visit(const Document& document) {
  walk(document);
  composer_.close_all_raw();
  footnotes_.finish();
}

// Events of entering and leaving, without recursion, as for_each_node has it.
void Visitor::walk(const Document& document) {
  const Document* around = std::exchange(document_, &document);
  if (options_.profile == Profile::article)
    places_.expect(document);
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
    opened_.push_back(0);
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
    pictures_.write(in_link_);
  if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    footnotes_.write_back_links(node);
  if (type == CMARK_NODE_LINK && opened_.back() > 0)
    in_link_ = in_bare_address_ = false;
  if (is_block(node))
    raw_markup_.end_block();
  for (; opened_.back() > 0; --opened_.back())
    composer_.close();
  opened_.pop_back();
  if (type == CMARK_NODE_TABLE_ROW)
    leave_table_row(node);
}

void Visitor::enter_container(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_BLOCK_QUOTE:
    enter_block_quote(node);
    break;
  case CMARK_NODE_LIST:
    enter_list(node);
    break;
  case CMARK_NODE_ITEM:
    enter_item(node);
    break;
  case CMARK_NODE_PARAGRAPH:
    enter_paragraph(node);
    break;
  case CMARK_NODE_HEADING:
    enter_heading(node);
    break;
  case CMARK_NODE_FOOTNOTE_DEFINITION:
    enter_footnote();
    break;
  case CMARK_NODE_EMPH:
    open(Element::em, inline_bound);
    break;
  case CMARK_NODE_STRONG:
    open(Element::strong, inline_bound);
    break;
  case CMARK_NODE_LINK:
    enter_link(node);
    break;
  case CMARK_NODE_IMAGE:
    pictures_.enter(node);
    break;
  case CMARK_NODE_FOOTNOTE_REFERENCE:
    prose_.skip();
    footnotes_.write_reference(node, in_link_);
    break;
  case CMARK_NODE_STRIKETHROUGH:
    open(Element::del, inline_bound);
    break;
  case CMARK_NODE_TABLE:
    open(Element::table, container_bound);
    break;
  case CMARK_NODE_TABLE_ROW:
    enter_table_row(node);
    break;
  case CMARK_NODE_TABLE_CELL:
    enter_table_cell(node);
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
    write_code_block(node);
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
  if (in_bare_address_)
    prose_.verbatim(text);
  else
    prose_.words(text);
}

// Who writes a reply ends a line where they want it to end.
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

void Visitor::enter_block_quote(cmark_node* node) {
  const auto& alerts = document_->marks().alerts;
  const auto found = alerts.find(node);
  if (found == alerts.end()) {
    open(Element::blockquote, container_bound);
    return;
  }
  if (!open(Element::aside, container_bound))
    return;
  composer_.attribute(TextAttribute::class_, "alert alert-" + std::string(name(found->second)));
  write_alert_title(found->second);
}

void Visitor::write_alert_title(Alert alert) {
  composer_.open(Element::p, block_bound);
  composer_.attribute(TextAttribute::class_, "alert-title");
  if (words_.language != options_.language) {
    composer_.attribute(TextAttribute::lang, words_.language);
    composer_.attribute(TextAttribute::dir, language::name(language::direction(words_.language)));
  }
  composer_.text(words_.alerts[static_cast<std::size_t>(alert)]);
  composer_.close();
}

void Visitor::enter_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    open(Element::ul, container_bound);
    return;
  }
  const int start = cmark_node_get_list_start(node);
  if (open(Element::ol, container_bound) && start != 1)
    composer_.attribute(TextAttribute::start, std::to_string(start));
}

void Visitor::enter_item(cmark_node* node) {
  if (!parent_was_written())
    return;
  open(Element::li, inline_bound);
  if (options_.profile == Profile::reply)
    write_typed_number(node);
  if (is_task(node))
    write_checkbox(node);
}

// Many languages write a day as "9. November", which Markdown takes for an item: a reader's date stays what it is.
void Visitor::write_typed_number(cmark_node* item) {
  cmark_node* previous = cmark_node_previous(item);
  const bool is_numbered = cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST;
  if (is_numbered && previous != nullptr && item->as.list.start != previous->as.list.start + 1)
    composer_.attribute(TextAttribute::value, std::to_string(item->as.list.start));
}

void Visitor::write_checkbox(cmark_node* node) {
  composer_.attribute(TextAttribute::class_, "task");
  // The text beside a checkbox is its name.
  const bool has_name =
      options_.profile == Profile::article || (options_.profile == Profile::reply && !options_.id_prefix.empty());
  const std::string id = has_name ? ids_.own("checkbox-" + std::to_string(++tasks_)) : "";
  if (has_name)
    composer_.attribute(TextAttribute::id, id);
  if (!composer_.open(Element::input, inline_bound))
    return;
  composer_.attribute(TextAttribute::type, "checkbox");
  composer_.attribute(TextAttribute::disabled, "");
  if (cmark_gfm_extensions_get_tasklist_item_checked(node))
    composer_.attribute(TextAttribute::checked, "");
  if (has_name)
    composer_.attribute(TextAttribute::aria_labelledby, id);
  composer_.close();
  composer_.text(" ");
}

void Visitor::enter_paragraph(cmark_node* node) {
  prose_.begin_block();
  if (is_in_tight_list(node) || composer_.is_in_raw_paragraph())
    return;
  const bool is_article = options_.profile == Profile::article;
  cmark_node* child = only_child(node);
  if (is_article && child != nullptr && cmark_node_get_type(child) == CMARK_NODE_IMAGE)
    return; // a figure, or the picture's text in a paragraph
  if (!open(Element::p, block_bound) || !is_article || child == nullptr)
    return;
  if (cmark_node_get_type(child) != CMARK_NODE_LINK || !is_bare_address(child))
    return;
  const auto url = html::Url::check(address(child));
  if (url && is_video(*url))
    composer_.attribute(TextAttribute::class_, "embed");
}

void Visitor::enter_heading(cmark_node* node) {
  prose_.begin_block();
  constexpr std::array headings = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  const int level = std::max(cmark_node_get_heading_level(node), options_.top_heading);
  const bool is_open = open(headings[static_cast<std::size_t>(level - 1)], block_bound);
  if (is_open && options_.profile == Profile::article)
    composer_.attribute(TextAttribute::id, places_.heading_id(node));
}

void Visitor::enter_link(cmark_node* node) {
  // An address that is a link by itself is none in a link that an author wrote, who said where it is to lead.
  if (is_bare_address(node) && composer_.is_in_raw(Element::a))
    return;
  const auto url = link_address(address(node), options_, ids_);
  if (!url || !open(Element::a, inline_bound))
    return;
  in_link_ = true;
  in_bare_address_ = is_bare_address(node);
  composer_.attribute(UrlAttribute::href, *url);
  if (!title(node).empty())
    composer_.attribute(TextAttribute::title, title(node));
  if (options_.profile == Profile::reply)
    composer_.attribute(TextAttribute::rel, "nofollow ugc noopener");
}

void Visitor::enter_footnote() {
  footnotes_.enter_definition();
  if (open(Element::li, inline_bound))
    footnotes_.write_id();
}

void Visitor::write_code(cmark_node* node) {
  const bool is_open = composer_.open(Element::code, inline_bound);
  prose_.verbatim(literal(node));
  if (is_open)
    composer_.close();
}

void Visitor::write_code_block(cmark_node* node) {
  const auto language = info(node).substr(0, info(node).find_first_of(" \t"));
  if (!composer_.open(Element::pre, inline_bound - 1)) {
    composer_.text(literal(node));
    return;
  }
  composer_.open(Element::code, inline_bound);
  if (!language.empty())
    composer_.attribute(TextAttribute::code_language,
                        (language.starts_with("language-") ? "" : "language-") + std::string(language));
  composer_.text(literal(node));
  composer_.close();
  composer_.close();
}

void Visitor::enter_table_row(cmark_node* row) {
  column_ = 0;
  if (!parent_was_written())
    return;
  cmark_node* previous = cmark_node_previous(row);
  if (is_header(row) || (previous != nullptr && is_header(previous)))
    composer_.open(is_header(row) ? Element::thead : Element::tbody, inline_bound);
  open(Element::tr, inline_bound);
}

void Visitor::enter_table_cell(cmark_node* cell) {
  if (!parent_was_written())
    return;
  prose_.begin_block();
  cmark_node* row = cmark_node_parent(cell);
  open(is_header(row) ? Element::th : Element::td, inline_bound);
  if (const auto align = alignment(cmark_node_parent(row), column_++); !align.empty())
    composer_.attribute(TextAttribute::align, align);
}

// Closes the group of rows with its last.
void Visitor::leave_table_row(cmark_node* row) {
  const bool table_was_written = opened_.back() > 0;
  if (!table_was_written || (!is_header(row) && cmark_node_next(row) != nullptr))
    return;
  composer_.close();
}

bool Visitor::open(Element element, int bound) {
  if (!composer_.open(element, bound))
    return false;
  ++opened_.back();
  return true;
}

bool Visitor::parent_was_written() const { return opened_[opened_.size() - 2] > 0; }

} // namespace broadside::markdown
