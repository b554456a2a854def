#include "core/markdown/picture_sizes.hpp"

#include <algorithm>

namespace broadside::markdown {
namespace {

using Entry = PictureSizes::Entry;

bool comes_before(const Entry& one, const Entry& other) { return one.src.text() < other.src.text(); }
bool is_same(const Entry& one, const Entry& other) { return one.src.text() == other.src.text(); }

} // namespace

PictureSizes::PictureSizes(std::vector<Entry> entries) : entries_(std::move(entries)) {
  std::stable_sort(entries_.begin(), entries_.end(), comes_before);
  entries_.erase(std::unique(entries_.begin(), entries_.end(), is_same), entries_.end());
}

const Entry* PictureSizes::find(const html::Url& src) const {
  const auto found =
      std::lower_bound(entries_.begin(), entries_.end(), src,
                       [](const Entry& entry, const html::Url& wanted) { return entry.src.text() < wanted.text(); });
  return found != entries_.end() && found->src.text() == src.text() ? &*found : nullptr;
}

} // namespace broadside::markdown
