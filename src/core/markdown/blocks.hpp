#pragma once

#include "core/language/text_words.hpp"
#include "core/markdown/block_marks.hpp"
#include "core/markdown/link_targets.hpp"
#include "core/markdown/open_elements.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/prose.hpp"

#include <cmark-gfm.h>

namespace broadside::markdown {

/// Writes paragraphs, headings, quotations and blocks of code.
class Blocks {
public:
  Blocks(const Options& options, const language::TextWords& words, LinkTargets& link_targets, html::Composer& composer,
         Prose& prose, OpenElements& elements)
      : options_(options), words_(words), link_targets_(link_targets), composer_(composer), prose_(prose),
        elements_(elements) {}

  void enter_paragraph(cmark_node* paragraph);
  void enter_heading(cmark_node* heading);
  /// Writes a quotation as an aside if `marks` has an alert for it.
  void enter_block_quote(cmark_node* quote, const BlockMarks& marks);
  void write_code_block(cmark_node* block);

private:
  void write_alert_title(Alert alert);

  const Options& options_;
  const language::TextWords& words_;
  LinkTargets& link_targets_;
  html::Composer& composer_;
  Prose& prose_;
  OpenElements& elements_;
};

} // namespace broadside::markdown
