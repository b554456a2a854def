#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::markdown {

/// The id that an author chose in a heading's source.
struct HeadingWithId {
  /// The source of its words.
  std::string_view words;
  std::string id;
};

/// Reads the id in braces that a heading may end with, "## Costs {#costs}", as Pandoc, kramdown, Hugo and PHP Markdown
/// Extra have it. Nothing where the heading ends otherwise, where the braces hold anything else or more, or where
/// nothing but them stands in it.
std::optional<HeadingWithId> read_heading_id(std::string_view source);

} // namespace broadside::markdown
