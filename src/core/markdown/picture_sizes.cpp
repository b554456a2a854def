#include "core/markdown/picture_sizes.hpp"

#include "core/sort.hpp"

#include <algorithm>

namespace broadside::markdown {
namespace {

using Entry = PictureSizes::Entry;

// Entries of one picture keep their order, in which they lie in memory.
bool comes_before(Entry* one, Entry* other) {
  const int order = one->src.text().compare(other->src.text());
  return order < 0 || (order == 0 && one < other);
}

} // namespace

PictureSizes::PictureSizes(std::vector<Entry> entries) {
  std::vector<Entry*> sorted;
  for (Entry& entry : entries)
    sorted.push_back(&entry);
  sort<comes_before>(sorted);
  for (Entry* const entry : sorted)
    if (entries_.empty() || entries_.back().src.text() != entry->src.text())
      entries_.push_back(std::move(*entry));
}

const Entry* PictureSizes::find(const html::Url& src) const {
  const auto found =
      std::lower_bound(entries_.begin(), entries_.end(), src,
                       [](const Entry& entry, const html::Url& wanted) { return entry.src.text() < wanted.text(); });
  return found != entries_.end() && found->src.text() == src.text() ? &*found : nullptr;
}

} // namespace broadside::markdown
