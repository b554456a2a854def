#include "core/lint/rules.hpp"

#include "core/ascii.hpp"
#include "core/unicode/case_folding.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace broadside::lint {
namespace {

// An item as it is typed: its number, and the number's position in its line.
struct Item {
  cmark_node* node;
  int line;
  std::size_t offset, digits;
  std::int64_t number = 0;
};

Item item_of(cmark_node* node, const Source& source) {
  Item item{node, cmark_node_get_start_line(node), offset_of(node), 0, 0};
  const auto text = source.line(item.line).substr(std::min(item.offset, source.line(item.line).size()));
  while (item.digits < text.size() && is_digit(text[item.digits]))
    item.number = item.number * 10 + (text[item.digits++] - '0');
  return item;
}

std::string_view text_behind(const Item& item, const Source& source) {
  const auto line = source.line(item.line);
  return trimmed(line.substr(std::min(item.offset + item.digits + 1, line.size())));
}

// Returns whether the text begins like "Oktober 1990", in one of the languages that write a full stop after a day.
bool begins_with_month(std::string_view text) {
  std::size_t end = 0;
  for (auto next = first_character(text);
       next.length > 0 && !unicode::is_space(next.value) && !unicode::is_punctuation(next.value);
       next = first_character(text.substr(end)))
    end += next.length;
  if (end == 0 || end > 20)
    return false;
  const std::string word = " " + unicode::fold_case(text.substr(0, end)) + " ";
#define MONTHS(language, names)                                                                                        \
  if (std::string_view(" " names " ").find(word) != std::string_view::npos)                                            \
    return true;
#include "core/lint/months.def"
  return false;
}

bool is_day_of_month(const Item& item, const Source& source) {
  return item.number >= 1 && item.number <= 31 && source.line(item.line)[item.offset + item.digits] == '.' &&
         begins_with_month(text_behind(item, source));
}

// Returns the first item whose typed number is not the one that readers see, or the end. "1. 1. 1." is an idiom:
// its writer leaves the counting to Markdown.
auto first_miscounted(const std::vector<Item>& items) {
  const bool is_idiom =
      std::all_of(items.begin(), items.end(), [&](const Item& item) { return item.number == items.front().number; });
  auto expected = items.front().number;
  return is_idiom
             ? items.end()
             : std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.number != expected++; });
}

// Returns whether somebody counted the numbers, even if wrongly: they begin as a list does, and increase in small
// steps.
bool is_counted(const std::vector<Item>& items) {
  if (items.front().number > 1)
    return false;
  return std::adjacent_find(items.begin(), items.end(), [](const Item& one, const Item& next) {
           return next.number < one.number || next.number > one.number + 2;
         }) == items.end();
}

// Returns whether the item is one line of text and nothing else.
bool is_single_line(const Item& item) {
  cmark_node* const paragraph = cmark_node_first_child(item.node);
  return paragraph != nullptr && cmark_node_next(paragraph) == nullptr &&
         cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH &&
         cmark_node_get_start_line(paragraph) == cmark_node_get_end_line(paragraph);
}

// Puts a backslash before each full stop, which turns the items into paragraphs. If no blank line separates them, a
// backslash at the end of the line keeps them from running together.
std::vector<Edit> as_paragraphs(cmark_node* list, const std::vector<Item>& items, const Source& source) {
  if (!std::all_of(items.begin(), items.end(), is_single_line))
    return {};
  std::vector<Edit> edits;
  for (const Item& item : items) {
    edits.push_back({item.line, item.offset + item.digits, 0, "\\"});
    const auto line = source.line(item.line);
    if (cmark_node_get_list_tight(list) != 0 && &item != &items.back() && !line.ends_with('\\'))
      edits.push_back(
          {item.line, line.find_last_not_of(" \t") + 1, line.size() - line.find_last_not_of(" \t") - 1, "\\"});
  }
  return edits;
}

std::string seen(const Item& item, std::int64_t number, const Source& source) {
  const std::string sign(1, source.line(item.line)[item.offset + item.digits]);
  const std::string typed = std::to_string(item.number);
  return "\"" + typed + sign + "\" is the number of a list item" +
         (number == item.number ? std::string() : ", and readers see " + std::to_string(number)) +
         "; if no list is meant, write " + typed + "\\" + sign;
}

} // namespace

void check_list_numbers(cmark_node* list, const Source& source, std::vector<Remark>& remarks) {
  if (cmark_node_get_type(list) != CMARK_NODE_LIST || cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
    return;
  std::vector<Item> items;
  for (cmark_node* node = cmark_node_first_child(list); node != nullptr; node = cmark_node_next(node)) {
    items.push_back(item_of(node, source));
    if (items.back().digits == 0)
      return; // a tab or a quotation in the way
  }
  const bool has_dates =
      std::all_of(items.begin(), items.end(), [&](const Item& item) { return is_day_of_month(item, source); });
  auto wrong = first_miscounted(items);
  if (wrong == items.end() && !has_dates)
    return;
  if (wrong == items.end())
    wrong = items.begin();
  const auto shown = items.front().number + (wrong - items.begin());
  remarks.push_back({{wrong->line, wrong->offset}, "list-numbers", seen(*wrong, shown, source), {}});
  if (has_dates || !is_counted(items))
    remarks.back().mend = as_paragraphs(list, items, source);
}

} // namespace broadside::lint
