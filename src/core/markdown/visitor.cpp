#include "core/markdown/visitor.hpp"

#include <cmark-gfm-core-extensions.h>
#include <strikethrough.h>
#include <table.h>

#include <algorithm>
#include <array>

namespace broadside::markdown {
namespace {

using html::Element;
using html::TextAttribute;
using html::UrlAttribute;

// How deep each may stand, so that a container always has room for what gives it its sense: the items of a list, the
// rows and cells of a table, the words of a paragraph.
constexpr int container_bound = deepest - 16;
constexpr int block_bound = deepest - 8;
constexpr int inline_bound = deepest;

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

bool is_leaf(cmark_node_type type) {
  switch (type) {
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

// CommonMark, 5.3: the paragraphs of a tight list's items are not wrapped.
bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

bool is_task(cmark_node* item) { return view(cmark_node_get_type_string(item)) == "tasklist"; }

bool is_header(cmark_node* row) { return cmark_gfm_extensions_get_table_row_is_header(row) != 0; }

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

std::string reference_id(std::string_view footnote, int reference) {
  std::string id = "article-fnref-" + std::string(footnote);
  return reference == 1 ? id : id + "-" + std::to_string(reference);
}

} // namespace

void Visitor::enter(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (!is_leaf(type))
    opened_.push_back(0);
  if (image_ != nullptr)
    add_to_alternative(node);
  else if (is_leaf(type))
    write_leaf(node);
  else
    enter_container(node);
}

void Visitor::exit(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (node == image_)
    write_image(node);
  if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    write_back_links(node);
  if (type == CMARK_NODE_LINK && opened_.back() > 0)
    in_link_ = false;
  while (opened_.back() > 0)
    close();
  opened_.pop_back();
  if (type == CMARK_NODE_TABLE_ROW)
    leave_table_row(node);
}

void Visitor::finish() {
  if (!in_footnotes_)
    return;
  writer_.close();
  writer_.close();
}

void Visitor::enter_container(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_BLOCK_QUOTE:
    open(Element::blockquote, container_bound);
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
    enter_footnote(node);
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
    enter_image(node);
    break;
  case CMARK_NODE_FOOTNOTE_REFERENCE:
    write_footnote_reference(node);
    break;
  default:
    enter_extension(node);
  }
}

// The types of cmark-gfm's extensions are variables, which no switch can name.
void Visitor::enter_extension(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  if (type == CMARK_NODE_STRIKETHROUGH)
    open(Element::del, inline_bound);
  else if (type == CMARK_NODE_TABLE)
    open(Element::table, container_bound);
  else if (type == CMARK_NODE_TABLE_ROW)
    enter_table_row(node);
  else if (type == CMARK_NODE_TABLE_CELL)
    enter_table_cell(node);
}

void Visitor::write_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    writer_.text(view(cmark_node_get_literal(node)));
    break;
  case CMARK_NODE_SOFTBREAK:
    writer_.text("\n");
    break;
  case CMARK_NODE_LINEBREAK:
    write_empty(Element::br);
    break;
  case CMARK_NODE_CODE:
    writer_.open(Element::code);
    writer_.text(view(cmark_node_get_literal(node)));
    writer_.close();
    break;
  case CMARK_NODE_CODE_BLOCK:
    write_code_block(node);
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    write_empty(Element::hr);
    break;
  default: // raw HTML
    break;
  }
}

void Visitor::enter_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    open(Element::ul, container_bound);
    return;
  }
  const int start = cmark_node_get_list_start(node);
  if (open(Element::ol, container_bound) && start != 1)
    writer_.attribute(TextAttribute::start, std::to_string(start));
}

void Visitor::enter_item(cmark_node* node) {
  if (!parent_was_written())
    return;
  open(Element::li, inline_bound);
  if (!is_task(node))
    return;
  writer_.attribute(TextAttribute::class_, "task");
  writer_.open(Element::input);
  writer_.attribute(TextAttribute::type, "checkbox");
  writer_.attribute(TextAttribute::disabled, "");
  if (cmark_gfm_extensions_get_tasklist_item_checked(node))
    writer_.attribute(TextAttribute::checked, "");
  writer_.close();
  writer_.text(" ");
}

void Visitor::enter_paragraph(cmark_node* node) {
  if (!is_in_tight_list(node))
    open(Element::p, block_bound);
}

void Visitor::enter_heading(cmark_node* node) {
  constexpr std::array headings = {Element::h1, Element::h2, Element::h3, Element::h4, Element::h5, Element::h6};
  const int level = std::max(cmark_node_get_heading_level(node), options_.top_heading);
  open(headings[static_cast<std::size_t>(level - 1)], block_bound);
}

void Visitor::enter_link(cmark_node* node) {
  const auto url = address(cmark_node_get_url(node));
  if (!url || !open(Element::a, inline_bound))
    return;
  in_link_ = true;
  writer_.attribute(UrlAttribute::href, *url);
  if (const auto title = view(cmark_node_get_title(node)); !title.empty())
    writer_.attribute(TextAttribute::title, title);
  if (options_.profile == Profile::reply)
    writer_.attribute(TextAttribute::rel, "nofollow ugc noopener");
}

void Visitor::write_code_block(cmark_node* node) {
  const auto info = view(cmark_node_get_fence_info(node));
  const auto language = info.substr(0, info.find_first_of(" \t"));
  writer_.open(Element::pre);
  writer_.open(Element::code);
  if (!language.empty())
    writer_.attribute(TextAttribute::code_language, "language-" + std::string(language));
  writer_.text(view(cmark_node_get_literal(node)));
  writer_.close();
  writer_.close();
}

void Visitor::enter_image(cmark_node* node) {
  image_ = node;
  alternative_.clear();
}

// CommonMark, 6.4: of an image description only the text is used.
void Visitor::add_to_alternative(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    alternative_ += view(cmark_node_get_literal(node));
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    alternative_ += ' ';
    break;
  default:
    break;
  }
}

void Visitor::write_image(cmark_node* node) {
  image_ = nullptr;
  const auto url = address(cmark_node_get_url(node));
  const auto title = view(cmark_node_get_title(node));
  if (!url || (options_.profile == Profile::reply && in_link_)) {
    writer_.text(alternative_);
    return;
  }
  const bool as_link = options_.profile == Profile::reply;
  writer_.open(as_link ? Element::a : Element::img);
  writer_.attribute(as_link ? UrlAttribute::href : UrlAttribute::src, *url);
  if (!as_link)
    writer_.attribute(TextAttribute::alt, alternative_);
  if (!title.empty())
    writer_.attribute(TextAttribute::title, title);
  if (as_link) {
    writer_.attribute(TextAttribute::rel, "nofollow ugc noopener");
    writer_.text(alternative_.empty() ? url->text() : alternative_);
  }
  writer_.close();
}

void Visitor::enter_table_row(cmark_node* row) {
  column_ = 0;
  if (!parent_was_written())
    return;
  cmark_node* previous = cmark_node_previous(row);
  if (is_header(row) || (previous != nullptr && is_header(previous))) {
    writer_.open(is_header(row) ? Element::thead : Element::tbody);
    ++depth_;
  }
  open(Element::tr, inline_bound);
}

void Visitor::enter_table_cell(cmark_node* cell) {
  if (!parent_was_written())
    return;
  cmark_node* row = cmark_node_parent(cell);
  open(is_header(row) ? Element::th : Element::td, inline_bound);
  if (const auto align = alignment(cmark_node_parent(row), column_++); !align.empty())
    writer_.attribute(TextAttribute::align, align);
}

// Closes the group of rows with its last.
void Visitor::leave_table_row(cmark_node* row) {
  const bool table_was_written = opened_.back() > 0;
  if (!table_was_written || (!is_header(row) && cmark_node_next(row) != nullptr))
    return;
  writer_.close();
  --depth_;
}

void Visitor::enter_footnote(cmark_node* /*definition*/) {
  if (!in_footnotes_) {
    writer_.open(Element::section);
    writer_.attribute(TextAttribute::class_, "footnotes");
    writer_.open(Element::ol);
    in_footnotes_ = true;
  }
  open(Element::li, inline_bound);
  writer_.attribute(TextAttribute::id, "article-fn-" + std::to_string(++footnote_));
}

void Visitor::write_footnote_reference(cmark_node* node) {
  const auto number = view(cmark_node_get_literal(node));
  writer_.open(Element::sup);
  writer_.attribute(TextAttribute::class_, "footnote-ref");
  if (in_link_) { // a link cannot stand in a link
    writer_.text(number);
  } else {
    const int reference = ++references_[cmark_node_parent_footnote_def(node)];
    writer_.open(Element::a);
    writer_.attribute(TextAttribute::id, reference_id(number, reference));
    writer_.attribute(UrlAttribute::href, html::Url::fragment("article-fn-" + std::string(number)));
    writer_.text(number);
    writer_.close();
  }
  writer_.close();
}

void Visitor::write_back_links(cmark_node* definition) {
  const auto number = std::to_string(footnote_);
  for (int reference = 1; reference <= references_[definition]; ++reference) {
    writer_.text(" ");
    writer_.open(Element::a);
    writer_.attribute(TextAttribute::class_, "footnote-back");
    writer_.attribute(UrlAttribute::href, html::Url::fragment(reference_id(number, reference)));
    writer_.text(reference == 1 ? "↩" : "↩" + std::to_string(reference));
    writer_.close();
  }
}

bool Visitor::open(Element element, int bound) {
  if (depth_ >= bound)
    return false;
  writer_.open(element);
  ++depth_;
  ++opened_.back();
  return true;
}

void Visitor::close() {
  writer_.close();
  --depth_;
  --opened_.back();
}

void Visitor::write_empty(Element element) {
  writer_.open(element);
  writer_.close();
}

bool Visitor::parent_was_written() const { return opened_[opened_.size() - 2] > 0; }

std::optional<html::Url> Visitor::address(const char* text) const {
  return html::Url::check(view(text), options_.base);
}

} // namespace broadside::markdown
