#pragma once

#include "publish/source/outline.hpp"
#include "publish/source/settings.hpp"
#include "publish/xml/xml_writer.hpp"

#include <cstdint>
#include <string>

namespace broadside::publish {

/// The sitemap of the articles of the last two days, as Google News wants it.
class NewsSitemap {
public:
  /// `now` is in seconds since 1970-01-01T00:00:00Z.
  NewsSitemap(const Settings&, std::int64_t now);

  /// Adds a text, if it is of the last two days.
  void add(const ArticleOutline&, const TextOutline&);
  bool empty() const { return count_ == 0; }
  /// Returns the file.
  std::string take();

private:
  const Settings& settings_;
  std::int64_t now_;
  XmlWriter xml_;
  std::size_t count_ = 0;
};

} // namespace broadside::publish
