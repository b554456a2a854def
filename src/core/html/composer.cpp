#include "core/html/composer.hpp"

#include "core/ascii.hpp"
#include "core/html/content_model.hpp"

#include <algorithm>

namespace broadside::html {
namespace {

// Returns whether what stands before the element and what stands in it, or after it, cannot run together.
bool parts_words(Element element) {
  return closes_paragraph(element) || is_table_structure(element) || is_cell(element) || needs_parent(element) ||
         is_empty(element);
}

} // namespace

bool Composer::open(Element element, int bound) {
  if (depth() >= bound)
    return false;
  // The parts of Markdown's own lists and tables always follow their parents.
  return needs_parent(element) ? push(element, false) : make_room(element) && push(element, false);
}

void Composer::close() {
  close_all_raw();
  pop();
}

bool Composer::write_empty(Element element, int bound) {
  if (!open(element, bound))
    return false;
  close();
  return true;
}

void Composer::text(std::string_view text) {
  if (!open_.empty() && open_.back().is_raw && is_table_structure(open_.back().element)) {
    if (std::all_of(text.begin(), text.end(), is_space))
      return;
    make_cell();
  }
  // An HTML parser drops a line feed at the start of `pre`, and a serializer adds none.
  if (is_at_start_ && !open_.empty() && open_.back().element == Element::pre)
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  is_at_start_ = is_at_start_ && text.empty();
  if (gap_.take(text))
    writer_.text(" ");
  writer_.text(text);
}

bool Composer::open_raw(Element element, int bound, bool holds_markdown) {
  if (depth() >= bound)
    return false;
  return (needs_parent(element) ? make_parent(element) : make_room(element)) && push(element, true, holds_markdown);
}

void Composer::close_raw(Element element) {
  const bool stays_in_cell = !is_table_structure(element) && !is_cell(element);
  close_innermost([&](Element open) { return open == element; },
                  [&](Element open) { return stays_in_cell && is_cell(open); });
}

void Composer::close_all_raw() {
  while (!open_.empty() && open_.back().is_raw)
    pop();
}

bool Composer::is_in_raw(Element element) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Entry& entry) { return entry.is_raw && entry.element == element; });
}

bool Composer::is_in_raw_paragraph() const {
  return !open_.empty() && open_.back().is_raw &&
         (open_.back().element == Element::p || is_heading(open_.back().element));
}

bool Composer::is_in_raw_markdown() const {
  const auto innermost = std::find_if(open_.rbegin(), open_.rend(), [](const Entry& entry) {
    return !entry.is_raw || closes_paragraph(entry.element) || is_cell(entry.element);
  });
  return innermost != open_.rend() && innermost->holds_markdown;
}

bool Composer::push(Element element, bool is_raw, bool holds_markdown) {
  if (parts_words(element))
    gap_.close();
  else if (gap_.take_element())
    writer_.text(" ");
  writer_.open(element);
  open_.push_back({element, is_raw, holds_markdown});
  is_at_start_ = true;
  return true;
}

void Composer::pop() {
  writer_.close();
  if (parts_words(open_.back().element))
    gap_.close();
  open_.pop_back();
  is_at_start_ = false;
}

void Composer::close_down_to(std::size_t size) {
  while (open_.size() > size)
    pop();
}

// HTML, 13.2.6.4.7 "The in body insertion mode". Returns false if the element cannot stand here.
bool Composer::make_room(Element element) {
  if (!open_.empty() && open_.back().is_raw && is_table_structure(open_.back().element))
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
      close_down_to(size);
      return true;
    }
    if (const auto implied = implied_parent(element); implied && open == Element::table)
      return make_parent(*implied) && push(*implied, true);
    if (is_cell(open) && !is_table_structure(element) && !is_cell(element))
      return false;
  }
  return false;
}

// Opens a cell for content that stands in a table but in no cell.
void Composer::make_cell() {
  if (make_parent(Element::td))
    push(Element::td, true);
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
        close_down_to(size - 1);
      return all_raw;
    }
    if (boundary(element))
      return true;
  }
  return true;
}

} // namespace broadside::html
