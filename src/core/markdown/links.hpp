#pragma once

#include "core/markdown/ids.hpp"
#include "core/markdown/open_elements.hpp"
#include "core/markdown/options.hpp"

#include <cmark-gfm.h>

namespace broadside::markdown {

/// Writes links.
class Links {
public:
  Links(const Options& options, Ids& ids, html::Composer& composer, OpenElements& elements)
      : options_(options), ids_(ids), composer_(composer), elements_(elements) {}

  void enter(cmark_node* link);
  /// Must be called before the link's element is closed.
  void leave();

  /// Returns whether what is written now stands in a link.
  bool is_open() const { return is_open_; }
  /// Returns whether it stands in one whose text is its address.
  bool is_bare() const { return is_bare_; }

private:
  const Options& options_;
  Ids& ids_;
  html::Composer& composer_;
  OpenElements& elements_;
  bool is_open_ = false;
  bool is_bare_ = false;
};

} // namespace broadside::markdown
