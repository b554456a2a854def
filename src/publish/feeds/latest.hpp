#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace broadside::publish {

/// The number of items in a feed.
constexpr std::size_t items_in_feed = 20;

/// A text that may come into a feed.
struct FeedText {
  std::optional<std::int64_t> published;
  /// The article's id, and the language of the text.
  std::string id, language;
  /// The number of the build in which the article was made.
  std::uint64_t build;
};

/// The latest texts, the newest first. Those of the same time are in the order of their articles' ids. Those without a
/// date come last.
class Latest {
public:
  /// Returns whether a text of that time is among the latest.
  bool takes(const std::optional<std::int64_t>& published) const {
    return texts_.size() < items_in_feed || published >= texts_.rbegin()->published;
  }
  void add(FeedText text) {
    texts_.insert(std::move(text));
    if (texts_.size() > items_in_feed)
      texts_.erase(std::prev(texts_.end()));
  }

  auto begin() const { return texts_.begin(); }
  auto end() const { return texts_.end(); }

private:
  struct IsNewer {
    bool operator()(const FeedText& one, const FeedText& other) const {
      return one.published != other.published ? one.published > other.published
                                              : std::tie(one.id, one.language) < std::tie(other.id, other.language);
    }
  };
  std::set<FeedText, IsNewer> texts_;
};

} // namespace broadside::publish
