#pragma once

#include "core/html/text_writer.hpp"
#include "core/html/tree_writer.hpp"

#include <string>

namespace broadside::tests {

/// Returns what a function writes to a Writer, as HTML.
template <typename Write> std::string as_text(Write write) {
  std::string out;
  html::TextWriter writer(out);
  write(writer);
  return out;
}

/// Returns what it writes, as JsonML.
template <typename Write> std::string as_tree(Write write) {
  std::string out;
  html::TreeWriter writer(out);
  write(writer);
  return out;
}

} // namespace broadside::tests
