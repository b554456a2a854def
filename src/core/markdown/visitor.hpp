#pragma once

#include "core/html/composer.hpp"
#include "core/language/text_words.hpp"
#include "core/markdown/blocks.hpp"
#include "core/markdown/footnotes.hpp"
#include "core/markdown/ids.hpp"
#include "core/markdown/link_targets.hpp"
#include "core/markdown/links.hpp"
#include "core/markdown/lists.hpp"
#include "core/markdown/open_elements.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/pictures.hpp"
#include "core/markdown/prose.hpp"
#include "core/markdown/raw_markup.hpp"
#include "core/markdown/tables.hpp"

#include <cmark-gfm.h>

#include <string_view>

namespace broadside::markdown {

/// Turns the events of cmark's iterator into calls of a Composer. Its parts know what each kind of node becomes.
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

  void write_soft_break(cmark_node* node);
  void write_line_break();
  void enter_footnote();
  void write_code(cmark_node* node);

  const Options& options_;
  const language::TextWords words_;
  html::Composer composer_;
  OpenElements elements_;
  Ids ids_;
  LinkTargets link_targets_;
  /// The document that is being walked.
  const Document* document_ = nullptr;
  Footnotes footnotes_;
  Prose prose_;
  Pictures pictures_;
  Links links_;
  Blocks blocks_;
  Lists lists_;
  Tables tables_;
  RawMarkup raw_markup_;
};

} // namespace broadside::markdown
