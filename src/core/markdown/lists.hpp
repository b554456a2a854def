#pragma once

#include "core/markdown/ids.hpp"
#include "core/markdown/open_elements.hpp"
#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

namespace broadside::markdown {

/// Writes lists and their items, those of task lists with their checkboxes.
class Lists {
public:
  Lists(const Options& options, Ids& ids, html::Composer& composer, OpenElements& elements)
      : options_(options), ids_(ids), composer_(composer), elements_(elements) {}

  void enter_list(cmark_node* list);
  void enter_item(cmark_node* item);

private:
  void write_typed_number(cmark_node* item);
  void write_checkbox(cmark_node* item);

  const Options& options_;
  Ids& ids_;
  html::Composer& composer_;
  OpenElements& elements_;
  /// The number of checkboxes that have been written.
  int tasks_ = 0;
};

} // namespace broadside::markdown
