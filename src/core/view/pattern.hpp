#pragma once

#include "core/html/writer.hpp"

#include <string_view>

namespace broadside::view {

/// Writes a message's text, with what `content`, which is given the name, writes in place of each `{name}`.
template <typename Content> void pattern(html::Writer& writer, std::string_view text, Content content) {
  for (;;) {
    const auto start = text.find('{');
    const auto end = text.find('}', start);
    if (end == std::string_view::npos) {
      writer.text(text);
      return;
    }
    writer.text(text.substr(0, start));
    content(text.substr(start + 1, end - start - 1));
    text.remove_prefix(end + 1);
  }
}

/// Writes a message's text, with what `content` writes in place of `{name}`: "By {authors}".
template <typename Content>
void pattern(html::Writer& writer, std::string_view text, std::string_view name, Content content) {
  const auto start = text.find('{');
  const auto end = text.find('}', start);
  if (end == std::string_view::npos || text.substr(start + 1, end - start - 1) != name) {
    writer.text(text);
    return;
  }
  writer.text(text.substr(0, start));
  content();
  writer.text(text.substr(end + 1));
}

} // namespace broadside::view
