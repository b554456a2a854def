#pragma once

#include <cstdlib>
#include <type_traits>
#include <vector>

namespace broadside {

/// Sorts by `comes_before`, and not stably. It is the C library's qsort, which cmark brings along anyway: each
/// std::sort would be 1.5 KB more that a reader downloads.
template <auto comes_before, typename Item> void sort(std::vector<Item>& items) {
  static_assert(std::is_trivially_copyable_v<Item>);
  const auto compare = [](const void* one, const void* other) {
    const Item& left = *static_cast<const Item*>(one);
    const Item& right = *static_cast<const Item*>(other);
    return comes_before(left, right) ? -1 : comes_before(right, left) ? 1 : 0;
  };
  if (!items.empty())
    // NOLINTNEXTLINE(bugprone-sizeof-expression): an item may be a pointer.
    std::qsort(items.data(), items.size(), sizeof(Item), compare);
}

} // namespace broadside
