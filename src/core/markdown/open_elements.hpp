#pragma once

#include "core/html/composer.hpp"

#include <vector>

namespace broadside::markdown {

/// Counts the elements that each of the visited nodes has opened, so that leaving a node closes as many. If an element
/// cannot be opened, the node's content goes into the element around it.
class OpenElements {
public:
  explicit OpenElements(html::Composer& composer) : composer_(composer) {}

  /// Must be called for each node that can hold others.
  void enter() { opened_.push_back(0); }
  /// Closes all that the innermost node has opened.
  void exit() {
    for (; opened_.back() > 0; --opened_.back())
      composer_.close();
    opened_.pop_back();
  }

  /// Opens an element for the innermost node. Returns whether there was room for it (bounds.hpp).
  bool open(html::Element element, int bound) {
    if (!composer_.open(element, bound))
      return false;
    ++opened_.back();
    return true;
  }

  /// Returns whether the innermost node has opened an element.
  bool node_was_written() const { return opened_.back() > 0; }
  /// Returns whether the node around the innermost one has.
  bool parent_was_written() const { return opened_[opened_.size() - 2] > 0; }

private:
  html::Composer& composer_;
  /// One number for each node that has been entered and not left.
  std::vector<int> opened_;
};

} // namespace broadside::markdown
