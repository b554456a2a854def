#pragma once

#include <algorithm>
#include <string_view>

namespace broadside {

// Lists of words in one text, separated by spaces: the values of `class` and `rel`, and the columns of tables.

/// Takes the first word off a list.
constexpr std::string_view take_word(std::string_view& list) {
  const auto end = std::min(list.find(' '), list.size());
  const auto word = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return word;
}

/// Returns whether the predicate is true of every word; it is not asked about those after the first that it refuses.
template <typename Predicate> constexpr bool every_word(std::string_view list, Predicate predicate) {
  while (!list.empty())
    if (!predicate(take_word(list)))
      return false;
  return true;
}

/// Returns whether the word is one of the list.
constexpr bool is_listed(std::string_view list, std::string_view word) {
  return !every_word(list, [&](std::string_view one) { return one != word; });
}

} // namespace broadside
