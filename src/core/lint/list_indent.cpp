#include "core/lint/rules.hpp"

#include "core/ascii.hpp"

namespace broadside::lint {
namespace {

// Returns the column at which an item's content begins on its first line: after the marker and the one to four spaces
// after it (CommonMark, 5.2). Lines that are indented less are not the item's children.
std::size_t content_column(cmark_node* item, const Source& source) {
  const auto line = source.line(cmark_node_get_start_line(item));
  auto at = offset_of(item);
  while (at < line.size() && is_digit(line[at]))
    ++at;
  ++at; // the bullet, or the full stop or bracket after a number
  const auto content = std::min(line.find_first_not_of(' ', at), line.size());
  const bool is_usual = content > at && content <= at + 4 && content < line.size();
  return is_usual ? content : at + 1;
}

bool has_tab_before(cmark_node* node, const Source& source) {
  const auto line = source.line(cmark_node_get_start_line(node));
  return line.substr(0, offset_of(node)).find('\t') != std::string_view::npos;
}

// Returns whether the node is indented by at least two columns more than the item, but not enough to be its child. A
// single column is a slip of the hand.
bool is_meant_as_child(cmark_node* node, cmark_node* item, const Source& source) {
  return offset_of(node) >= offset_of(item) + 2 && offset_of(node) < content_column(item, source) &&
         !has_tab_before(node, source) && !has_tab_before(item, source);
}

// Returns the number of spaces before the marker of a list or item.
std::size_t indent_of(cmark_node* node, const Source& source) {
  const auto before = source.line(cmark_node_get_start_line(node)).substr(0, offset_of(node));
  return before.size() - (before.find_last_not_of(' ') + 1);
}

// Returns a remark that everything from `first` to `last`, which are two lists or two items, should become a child of
// `item`.
Remark remark_of(cmark_node* first, cmark_node* last, cmark_node* item, const Source& source) {
  const auto missing = content_column(item, source) - offset_of(first);
  const auto indent = indent_of(first, source);
  const auto edge = offset_of(first) - indent;
  Remark remark{place_of(first),
                "child-indent",
                "the child is indented by " + std::to_string(indent) + ", but needs " +
                    std::to_string(indent + missing) + " to belong to the item above it",
                {}};
  for (int number = remark.line; number <= cmark_node_get_end_line(last); ++number) {
    const auto line = source.line(number);
    // A line without any indentation is a lazy continuation, and stays one.
    if (edge < line.size() && line[edge] == ' ' && !is_blank(line))
      remark.mend.push_back({number, edge, 0, std::string(missing, ' ')});
  }
  return remark;
}

// Checks whether a list was meant to be part of the last item of the list before it.
void check_list(cmark_node* list, const Source& source, std::vector<Remark>& remarks) {
  cmark_node* before = cmark_node_previous(list);
  if (before == nullptr || cmark_node_get_type(before) != CMARK_NODE_LIST)
    return;
  cmark_node* item = cmark_node_last_child(before);
  if (is_meant_as_child(list, item, source))
    remarks.push_back(remark_of(list, list, item, source));
}

// Checks for items that were meant to be part of the item before them, but continue its list.
void check_items(cmark_node* list, const Source& source, std::vector<Remark>& remarks) {
  cmark_node* parent = cmark_node_first_child(list);
  while (parent != nullptr) {
    cmark_node* first = cmark_node_next(parent);
    cmark_node* last = nullptr;
    cmark_node* next = first;
    for (; next != nullptr && is_meant_as_child(next, parent, source); next = cmark_node_next(next))
      last = next;
    if (last != nullptr)
      remarks.push_back(remark_of(first, last, parent, source));
    parent = next;
  }
}

} // namespace

void check_indent(cmark_node* node, const Source& source, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(node) != CMARK_NODE_LIST)
    return;
  check_list(node, source, remarks);
  check_items(node, source, remarks);
}

} // namespace broadside::lint
