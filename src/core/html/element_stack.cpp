#include "core/html/element_stack.hpp"

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

void ElementStack::push(Element element, bool is_raw, bool holds_markdown) {
  if (parts_words(element))
    gap_.close();
  else if (gap_.take_element())
    writer_.text(" ");
  writer_.open(element);
  open_.push_back({element, is_raw, holds_markdown});
  is_at_start_ = true;
}

void ElementStack::pop() {
  writer_.close();
  if (parts_words(open_.back().element))
    gap_.close();
  open_.pop_back();
  is_at_start_ = false;
}

void ElementStack::close_down_to(std::size_t size) {
  while (open_.size() > size)
    pop();
}

void ElementStack::text(std::string_view text) {
  // An HTML parser drops a line feed at the start of `pre`, and a serializer adds none.
  if (is_at_start_ && !open_.empty() && open_.back().element == Element::pre)
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
  is_at_start_ = is_at_start_ && text.empty();
  if (gap_.take(text))
    writer_.text(" ");
  writer_.text(text);
}

bool ElementStack::is_in_raw(Element element) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Entry& entry) { return entry.is_raw && entry.element == element; });
}

bool ElementStack::is_in_raw_paragraph() const {
  const auto raw = innermost_raw();
  return raw && (*raw == Element::p || is_heading(*raw));
}

bool ElementStack::is_in_raw_markdown() const {
  const auto innermost = std::find_if(open_.rbegin(), open_.rend(), [](const Entry& entry) {
    return !entry.is_raw || closes_paragraph(entry.element) || is_cell(entry.element);
  });
  return innermost != open_.rend() && innermost->holds_markdown;
}

} // namespace broadside::html
