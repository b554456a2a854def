#include "server/api/page_cache.hpp"

#include <iterator>

namespace broadside::server::api {

std::shared_ptr<const CachedPage> PageCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end())
    return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->page;
}

void PageCache::keep(const std::string& key, std::shared_ptr<const CachedPage> page) {
  const std::lock_guard lock(mutex_);
  if (const auto former = by_key_.find(key); former != by_key_.end())
    forget(former->second);
  entries_.push_front({key, std::move(page)});
  by_key_[key] = entries_.begin();
  bytes_ += entries_.front().bytes();
  while (bytes_ > most_bytes)
    forget(std::prev(entries_.end()));
}

void PageCache::forget(Entries::iterator entry) {
  bytes_ -= entry->bytes();
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

} // namespace broadside::server::api
