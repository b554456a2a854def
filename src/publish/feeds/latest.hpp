#pragma once

#include "publish/feeds/item.hpp"

#include <memory>
#include <set>
#include <string>

namespace broadside::publish {

/// The number of items in a feed.
constexpr std::size_t items_in_feed = 20;

/// The latest items, the newest first. Items of the same time are in the order of their ids. Those without a date come
/// last.
class Latest {
public:
  using Item = std::shared_ptr<const FeedItem>;

  /// Returns whether an item of that time is among the latest.
  bool takes(const std::optional<std::int64_t>& published) const {
    return items_.size() < items_in_feed || published >= (*items_.rbegin())->published;
  }
  void add(Item item) {
    items_.insert(std::move(item));
    if (items_.size() > items_in_feed)
      items_.erase(std::prev(items_.end()));
  }

  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

private:
  struct IsNewer {
    bool operator()(const Item& one, const Item& other) const {
      return one->published != other->published ? one->published > other->published : one->id < other->id;
    }
  };
  std::set<Item, IsNewer> items_;
};

} // namespace broadside::publish
