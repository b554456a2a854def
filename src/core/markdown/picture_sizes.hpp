#pragma once

#include "core/html/url.hpp"

#include <vector>

namespace broadside::markdown {

/// The sizes of pictures, in CSS pixels, so that a page reserves room for them before they are loaded.
class PictureSizes {
public:
  struct Entry {
    html::Url src; // as in the view: absolute if there is a base
    int width, height;
  };

  PictureSizes() = default;
  /// If there are two entries for one picture, the first counts.
  explicit PictureSizes(std::vector<Entry>);

  /// Returns the entry for a picture, or nullptr.
  const Entry* find(const html::Url& src) const;
  /// Returns all sizes, in the order of their addresses.
  const std::vector<Entry>& all() const { return entries_; }

private:
  std::vector<Entry> entries_;
};

} // namespace broadside::markdown
