#pragma once

#include "core/html/composer.hpp"
#include "core/language/text_words.hpp"
#include "core/markdown/footnotes.hpp"
#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/pictures.hpp"
#include "core/markdown/places.hpp"
#include "core/markdown/prose.hpp"
#include "core/markdown/raw_markup.hpp"

#include <cmark-gfm.h>

#include <string>
#include <string_view>
#include <vector>

namespace broadside::markdown {

/// Makes calls of a Composer out of the events of cmark's iterator.
///
/// On entering a node some elements are opened, on leaving it as many are closed. Where an element cannot be opened,
/// what the node holds goes into the element around it.
class Visitor {
public:
  Visitor(const Options& options, html::Writer& writer);
  /// Visits the tree of a whole text.
  void visit(const Document& document);

private:
  void walk(const Document& document);
  void enter(cmark_node* node);
  void exit(cmark_node* node);
  void enter_container(cmark_node* node);
  void write_leaf(cmark_node* node);
  void write_text(std::string_view text);

  void enter_block_quote(cmark_node* node);
  void write_alert_title(Alert alert);
  void write_soft_break(cmark_node* node);
  void write_line_break();
  void enter_list(cmark_node* node);
  void enter_item(cmark_node* node);
  void write_typed_number(cmark_node* item);
  void write_checkbox(cmark_node* item);
  void enter_paragraph(cmark_node* node);
  void enter_heading(cmark_node* node);
  void enter_link(cmark_node* node);
  void enter_footnote();
  void write_code(cmark_node* node);
  void write_code_block(cmark_node* node);

  void enter_table_row(cmark_node* row);
  void enter_table_cell(cmark_node* cell);
  void leave_table_row(cmark_node* row);

  bool open(html::Element element, int bound);
  bool parent_was_written() const;

  const Options& options_;
  const language::TextWords& words_;
  html::Composer composer_;
  Ids ids_;
  Places places_;
  /// The document that is being walked.
  const Document* document_ = nullptr;
  /// How many have been written.
  int tasks_ = 0;
  Footnotes footnotes_;
  Prose prose_;
  Pictures pictures_;
  RawMarkup raw_markup_;
  /// For each node that has been entered and not left: how many elements it opened.
  std::vector<int> opened_;
  bool in_link_ = false;
  bool in_bare_address_ = false;
  /// Of the row that has been entered and not left.
  std::size_t column_ = 0;
};

} // namespace broadside::markdown
