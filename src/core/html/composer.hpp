#pragma once

#include "core/html/element_stack.hpp"

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
  explicit Composer(Writer& writer) : writer_(writer), open_(writer) {}

  const ElementStack& open_elements() const { return open_; }

  /// Opens one of Markdown's elements, unless `bound` or more are open, or an open one cannot hold it.
  bool open(Element, int bound);
  /// Closes Markdown's innermost element.
  void close();
  /// Opens an element and closes it, with nothing in between.
  bool write_empty(Element, int bound);
  void text(std::string_view);
  /// Notes that a tag was left out here. A space is written in its place if words would run together.
  void leave_out(Joint joint) { open_.leave_out(joint); }
  /// Writes an attribute of the element that was opened last. Nothing may have been written into that element yet.
  void attribute(TextAttribute name, std::string_view value) { writer_.attribute(name, value); }
  void attribute(UrlAttribute name, const Url& value) { writer_.attribute(name, value); }

  /// Opens a raw element, whose content may be Markdown (`markdown="1"`). A void element has no end tag;
  /// close_empty_raw() closes it.
  bool open_raw(Element, int bound, bool holds_markdown = false);
  void close_empty_raw() { open_.pop(); }
  /// Closes the innermost raw element of that name, and the raw ones in it, unless one of Markdown's is in between.
  void close_raw(Element);
  /// Closes everything raw in Markdown's innermost element.
  void close_all_raw();

private:
  bool is_in_table() const;
  bool make_room(Element);
  bool make_parent(Element);
  void make_cell();
  template <typename Match, typename Boundary> bool close_innermost(Match, Boundary);

  Writer& writer_;
  ElementStack open_;
};

} // namespace broadside::html
