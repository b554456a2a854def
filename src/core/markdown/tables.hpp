#pragma once

#include "core/markdown/open_elements.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/prose.hpp"

#include <cmark-gfm.h>

#include <cstddef>

namespace broadside::markdown {

/// Writes the rows and cells of tables.
class Tables {
public:
  Tables(const Options& options, html::Composer& composer, Prose& prose, OpenElements& elements)
      : composer_(composer), prose_(prose), elements_(elements), marks_long_cells_(!is_bare(options.profile)) {}

  void enter_row(cmark_node* row);
  void enter_cell(cmark_node* cell);
  /// Must be called when the row's own elements are closed.
  void leave_row(cmark_node* row);

private:
  html::Composer& composer_;
  Prose& prose_;
  OpenElements& elements_;
  bool marks_long_cells_;
  /// The column of the next cell in the row that has been entered and not left.
  std::size_t column_ = 0;
};

} // namespace broadside::markdown
