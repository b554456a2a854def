#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadside::markdown {

/// A heading's source, divided into the id that its author chose and the rest.
struct HeadingWithId {
  /// The source of the heading's words.
  std::string_view words;
  std::string id;
};

/// Reads the id in braces at the end of a heading, "## Costs {#costs}", as in Pandoc, kramdown, Hugo and PHP Markdown
/// Extra. Returns nothing if the heading ends otherwise, if the braces hold anything else or more, or if nothing but
/// the braces stands in it.
std::optional<HeadingWithId> read_heading_id(std::string_view source);

} // namespace broadside::markdown
