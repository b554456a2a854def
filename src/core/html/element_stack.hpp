#pragma once

#include "core/html/gap.hpp"
#include "core/html/writer.hpp"

#include <optional>
#include <vector>

namespace broadside::html {

/// The elements that are open, each Markdown's or raw, and what is written into the innermost of them. It opens and
/// closes what it is told to; class Composer knows what may stand where.
class ElementStack {
public:
  struct Entry {
    Element element;
    bool is_raw;
    bool holds_markdown = false;
  };

  explicit ElementStack(Writer& writer) : writer_(writer) {}

  void push(Element, bool is_raw, bool holds_markdown = false);
  void pop();
  void close_down_to(std::size_t size);
  void text(std::string_view);
  /// Notes that a tag was left out here. A space is written in its place if words would run together.
  void leave_out(Joint joint) { gap_.leave(joint); }

  std::size_t size() const { return open_.size(); }
  const Entry& operator[](std::size_t at) const { return open_[at]; }
  /// Returns the innermost element if it is a raw one.
  std::optional<Element> innermost_raw() const {
    return open_.empty() || !open_.back().is_raw ? std::nullopt : std::optional(open_.back().element);
  }
  /// Returns whether a raw element of that name is open.
  bool is_in_raw(Element) const;
  /// Returns whether words would stand in a raw paragraph or heading. Then a paragraph of Markdown needs no element of
  /// its own.
  bool is_in_raw_paragraph() const;
  /// Returns whether the innermost raw element that is not phrasing content holds Markdown.
  bool is_in_raw_markdown() const;

private:
  Writer& writer_;
  std::vector<Entry> open_;
  Gap gap_;
  /// True if nothing stands in the innermost element yet.
  bool is_at_start_ = false;
};

} // namespace broadside::html
