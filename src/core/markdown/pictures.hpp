#pragma once

#include "core/html/composer.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/prose.hpp"

#include <cmark-gfm.h>

#include <string>
#include <string_view>

namespace broadside::markdown {

/// Writes images: in an article as figures if they stand alone, and in a reply as links.
class Pictures {
public:
  Pictures(const Options& options, html::Composer& composer, Prose& prose)
      : options_(options), composer_(composer), prose_(prose) {}

  /// Nodes that are entered until the image is left are its description.
  void enter(cmark_node* image);
  bool is_open() const { return image_ != nullptr; }
  bool is_open(cmark_node* image) const { return image_ == image; }
  void describe(cmark_node* node);
  /// Must be called on leaving the image. `in_link` states whether it stands in a link, since a link cannot stand in a
  /// link.
  void write(bool in_link);

private:
  void write_image(const html::Url& url, std::string_view title);
  void write_size(const html::Url& url);
  void write_caption(std::string_view title);
  void write_link(const html::Url& url, bool in_link);
  void write_description(bool is_lone);

  const Options& options_;
  html::Composer& composer_;
  Prose& prose_;
  /// The outermost image that has been entered and not left.
  cmark_node* image_ = nullptr;
  std::string description_;
};

} // namespace broadside::markdown
