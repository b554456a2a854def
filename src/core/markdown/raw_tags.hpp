#pragma once

#include "core/html/composer.hpp"
#include "core/html/tag_reader.hpp"
#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"

namespace broadside::markdown {

/// Turns a publisher's raw tags into calls of a Composer, reduced to the content vocabulary.
///
/// A tag outside the vocabulary is dropped, and its content stays. The content of scripts, styles, drawings, frames and
/// the like is dropped with the tag, up to the end of the block.
class RawTags {
public:
  RawTags(const Options& options, Ids& ids, html::Composer& composer)
      : options_(options), ids_(ids), composer_(composer) {}

  void write(const html::Tag&);
  /// Returns whether all that comes is the content of an element that has been dropped.
  bool is_in_dropped() const { return dropped_depth_ > 0; }
  /// Must be called at the end of a block. Nothing is dropped beyond it.
  void end_block() { dropped_depth_ = 0; }

private:
  void pass_over(const html::Tag&);
  void open(const html::Tag&);
  void write_image(const html::Tag&);
  void write_size(const html::Url&, const html::Tag&);
  void write_anchor(const html::Tag&);
  bool open_element(html::Element, const html::Tag&);
  void write_attributes(html::Element, const html::Tag&);
  std::string chosen_id(const html::Tag&);

  const Options& options_;
  Ids& ids_;
  html::Composer& composer_;
  /// The element whose content is dropped, and the number of open elements with that name.
  std::string dropped_;
  int dropped_depth_ = 0;
};

/// Returns the element that raw HTML makes of a tag with this name, in lower case, or nothing if the tag is dropped.
std::optional<html::Element> raw_element(std::string_view name);
/// Returns whether an HTML parser knows no tags in an element of this name but its end tag.
bool holds_raw_text(std::string_view name);

} // namespace broadside::markdown
