#pragma once

#include "core/html/url.hpp"
#include "publish/feeds/item.hpp"
#include "publish/source/settings.hpp"

#include <memory>
#include <string>
#include <vector>

namespace broadside::publish {

/// The forms of a feed.
enum class FeedForm : std::uint8_t { rss, atom, json };

/// The items of a feed, the newest first.
using FeedItems = std::vector<std::shared_ptr<const FeedItem>>;

/// The facts of a feed besides its form.
struct Feed {
  std::string title, language;
  /// A `tag:` URI.
  std::string id;
  /// Its own address.
  html::Url url;
  FeedItems items;
};

/// Returns the feed as RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. It is the same for the same articles, whenever it is
/// made.
std::string rss(const Feed&, const Settings&);
std::string atom(const Feed&, const Settings&);
std::string json_feed(const Feed&, const Settings&);

} // namespace broadside::publish
