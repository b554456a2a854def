#pragma once

#include "core/markdown/render.hpp"

#include <cmark-gfm.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace broadside::markdown {

/// Makes calls of a Writer out of the events of cmark's iterator.
///
/// On entering a node some elements are opened, on leaving it as many are closed. Where the bound of depth leaves no
/// room, none are opened, and what the node holds goes into the element around it.
class Visitor {
public:
  Visitor(const Options& options, html::Writer& writer) : options_(options), writer_(writer) {}
  void enter(cmark_node* node);
  void exit(cmark_node* node);
  /// Closes what stands open after all events.
  void finish();

private:
  void enter_container(cmark_node* node);
  void enter_extension(cmark_node* node);
  void write_leaf(cmark_node* node);

  void enter_list(cmark_node* node);
  void enter_item(cmark_node* node);
  void enter_paragraph(cmark_node* node);
  void enter_heading(cmark_node* node);
  void enter_link(cmark_node* node);
  void write_code_block(cmark_node* node);

  void enter_image(cmark_node* node);
  void add_to_alternative(cmark_node* node);
  void write_image(cmark_node* node);

  void enter_table_row(cmark_node* row);
  void enter_table_cell(cmark_node* cell);
  void leave_table_row(cmark_node* row);

  void enter_footnote(cmark_node* definition);
  void write_footnote_reference(cmark_node* node);
  void write_back_links(cmark_node* definition);

  bool open(html::Element element, int bound);
  void close();
  void write_empty(html::Element element);
  bool parent_was_written() const;
  std::optional<html::Url> address(const char* text) const;

  const Options& options_;
  html::Writer& writer_;
  /// For each node that has been entered and not left: how many elements it opened.
  std::vector<int> opened_;
  int depth_ = 0;
  bool in_link_ = false;
  /// The outermost picture that has been entered and not left: what it holds is its alternative text.
  cmark_node* image_ = nullptr;
  std::string alternative_;
  /// Of the row that has been entered and not left.
  std::size_t column_ = 0;
  bool in_footnotes_ = false;
  int footnote_ = 0;
  std::unordered_map<cmark_node*, int> references_;
};

} // namespace broadside::markdown
