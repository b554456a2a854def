#pragma once

#include "core/html/gap.hpp"
#include "core/html/writer.hpp"

#include <vector>

namespace broadside::html {

/// Brings together what Markdown and a publisher's raw HTML write, and keeps it well nested on the way to a Writer.
/// Whatever the calls are, an HTML parser that reads the result makes exactly that tree.
///
/// One stack holds the open elements, which belong to Markdown or are raw. An element first closes what an HTML parser
/// would close before it, but only raw elements. If one of Markdown's is in between, the element is not opened, and its
/// content goes into the element around it. Markdown's elements nest by themselves. Only close() closes them, together
/// with the raw ones left open in them.
class Composer {
public:
  explicit Composer(Writer& writer) : writer_(writer) {}

  /// Opens one of Markdown's elements, unless `bound` or more are open, or an open one cannot hold it.
  bool open(Element, int bound);
  /// Closes Markdown's innermost element.
  void close();
  /// Opens an element and closes it, with nothing in between.
  bool write_empty(Element, int bound);
  void text(std::string_view);
  /// Notes that a tag was left out here. A space is written in its place if words would run together.
  void leave_out(Joint joint) { gap_.leave(joint); }
  /// Writes an attribute of the element that was opened last. Nothing may have been written into that element yet.
  void attribute(TextAttribute name, std::string_view value) { writer_.attribute(name, value); }
  void attribute(UrlAttribute name, const Url& value) { writer_.attribute(name, value); }

  /// Opens a raw element, whose content may be Markdown (`markdown="1"`). A void element has no end tag;
  /// close_empty_raw() closes it.
  bool open_raw(Element, int bound, bool holds_markdown = false);
  void close_empty_raw() { pop(); }
  /// Closes the innermost raw element of that name, and the raw ones in it, unless one of Markdown's is in between.
  void close_raw(Element);
  /// Closes everything raw in Markdown's innermost element.
  void close_all_raw();

  /// Returns whether a raw element of that name is open.
  bool is_in_raw(Element) const;
  /// Returns whether words would stand in a raw paragraph or heading. Then a paragraph of Markdown needs no element of
  /// its own.
  bool is_in_raw_paragraph() const;
  /// Returns whether the innermost raw element that is not phrasing content holds Markdown.
  bool is_in_raw_markdown() const;
  int depth() const { return static_cast<int>(open_.size()); }

private:
  struct Entry {
    Element element;
    bool is_raw;
    bool holds_markdown = false;
  };

  bool push(Element, bool is_raw, bool holds_markdown = false);
  void pop();
  void close_down_to(std::size_t size);
  bool make_room(Element);
  bool make_parent(Element);
  void make_cell();
  template <typename Match, typename Boundary> bool close_innermost(Match, Boundary);

  Writer& writer_;
  std::vector<Entry> open_;
  Gap gap_;
  /// True if nothing stands in the innermost element yet.
  bool is_at_start_ = false;
};

} // namespace broadside::html
