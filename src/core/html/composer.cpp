#include "core/html/composer.hpp"

#include "core/ascii.hpp"
#include "core/html/content_model.hpp"

#include <algorithm>
#include <utility>

namespace broadside::html {

bool Composer::open(Element element, int bound) {
  // The parts of Markdown's own lists and tables always follow their parents.
  if (std::cmp_greater_equal(open_.size(), bound) || !(needs_parent(element) || make_room(element)))
    return false;
  open_.push(element, false);
  return true;
}

void Composer::close() {
  close_all_raw();
  open_.pop();
}

bool Composer::write_empty(Element element, int bound) {
  if (!open(element, bound))
    return false;
  close();
  return true;
}

void Composer::text(std::string_view text) {
  if (is_in_table()) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return is_space(c); }))
      return;
    make_cell();
  }
  open_.text(text);
}

bool Composer::open_raw(Element element, int bound, bool holds_markdown) {
  if (std::cmp_greater_equal(open_.size(), bound) ||
      !(needs_parent(element) ? make_parent(element) : make_room(element)))
    return false;
  open_.push(element, true, holds_markdown);
  return true;
}

void Composer::close_raw(Element element) {
  const bool stays_in_cell = !is_table_structure(element) && !is_cell(element);
  close_innermost([&](Element open) { return open == element; },
                  [&](Element open) { return stays_in_cell && is_cell(open); });
}

void Composer::close_all_raw() {
  while (open_.innermost_raw())
    open_.pop();
}

// Returns whether the innermost element is a raw table, group of rows or row, which hold nothing but their own parts.
bool Composer::is_in_table() const {
  const auto raw = open_.innermost_raw();
  return raw && is_table_structure(*raw);
}

// HTML, 13.2.6.4.7 "The in body insertion mode". Returns false if the element cannot stand here.
bool Composer::make_room(Element element) {
  if (is_in_table())
    make_cell();
  if (closes_paragraph(element) && !close_innermost([](Element open) { return open == Element::p; }, is_cell))
    return false;
  if (is_heading(element) && !close_innermost(is_heading, is_cell))
    return false;
  return element != Element::a ||
         close_innermost([](Element open) { return open == Element::a; }, [](Element) { return false; });
}

// HTML, 13.2.6.4.9 "The in table insertion mode" and those after it, for a table's parts. Authors have to write the
// parents of other elements (HTML, 4).
bool Composer::make_parent(Element element) {
  for (std::size_t size = open_.size(); size > 0 && open_[size - 1].is_raw; --size) {
    const Element open = open_[size - 1].element;
    if (is_parent_of(open, element)) {
      open_.close_down_to(size);
      return true;
    }
    if (const auto implied = implied_parent(element); implied && open == Element::table) {
      if (!make_parent(*implied))
        return false;
      open_.push(*implied, true);
      return true;
    }
    if (is_cell(open) && !is_table_structure(element) && !is_cell(element))
      return false;
  }
  return false;
}

// Opens a cell for content that stands in a table but in no cell.
void Composer::make_cell() {
  if (make_parent(Element::td))
    open_.push(Element::td, true);
}

// Closes the innermost match and everything open in it. Does nothing if there is none, or a boundary comes first. If
// one of Markdown's elements is in between, it closes nothing and returns false.
template <typename Match, typename Boundary> bool Composer::close_innermost(Match match, Boundary boundary) {
  bool all_raw = true;
  for (std::size_t size = open_.size(); size > 0; --size) {
    const Element element = open_[size - 1].element;
    all_raw = all_raw && open_[size - 1].is_raw;
    if (match(element)) {
      if (all_raw)
        open_.close_down_to(size - 1);
      return all_raw;
    }
    if (boundary(element))
      return true;
  }
  return true;
}

} // namespace broadside::html
