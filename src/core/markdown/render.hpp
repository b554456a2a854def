#pragma once

#include "core/html/writer.hpp"

#include <cstdint>
#include <string_view>

namespace broadside::markdown {

/// Which Markdown a text is written in.
enum class Profile : std::uint8_t {
  commonmark, // CommonMark 0.31, bare
  gfm,        // and GitHub's tables, strikethrough, task lists, autolinks and footnotes
  article,    // GFM, as Broadside shows an article's body
  reply,      // GFM from a stranger: links are marked as such, pictures become links, no footnotes
};

struct Options {
  Profile profile = Profile::article;
  /// The address that relative ones are resolved against, which must be absolute; nullptr: they stay relative.
  const html::Url* base = nullptr;
  /// Headings above this level are brought down to it (2 where an article's title is the h1).
  int top_heading = 1;
};

/// Elements never nest deeper than this, whatever the text; what would is written into the innermost one that may.
/// The loader's own bound for a whole view is 100.
constexpr int deepest = 80;

/// Writes what the Markdown says, as elements of the content vocabulary. Bytes that are not UTF-8 become U+FFFD. Raw
/// HTML is dropped; a link or a picture whose address is not safe is written as its text.
void render(std::string_view text, const Options& options, html::Writer& writer);

} // namespace broadside::markdown
