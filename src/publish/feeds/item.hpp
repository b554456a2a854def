#pragma once

#include "core/article/article.hpp"
#include "publish/source/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace broadside::publish {

/// One language's text of an article, as feeds have it.
struct FeedItem {
  /// A `tag:` URI (RFC 4151) that stays when the address changes.
  std::string id;
  std::string language, title, summary;
  /// There is at least one: the publisher, if the text names nobody.
  std::vector<std::string> authors;
  std::string url;
  /// The address of the lead picture, or empty.
  std::string picture;
  /// Seconds since 1970-01-01T00:00:00Z, or nothing if not known. A date alone begins at midnight UTC.
  std::optional<std::int64_t> published, modified;
  /// The whole text as HTML without scripts, styles and forms. All of its addresses are absolute.
  std::string html;
};

/// Returns the item of a text.
FeedItem feed_item(const article::Article&, const article::Translation&, const Settings&);

/// Returns a `tag:` URI of the site for a name. Its authority is the site's host.
std::string tag_uri(const Settings&, const std::string& name);

} // namespace broadside::publish
