#pragma once

#include "core/html/composer.hpp"
#include "core/html/tag_reader.hpp"
#include "core/markdown/ids.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/parse.hpp"
#include "core/markdown/prose.hpp"
#include "core/markdown/raw_tags.hpp"

#include <cmark-gfm.h>

#include <functional>
#include <string_view>

namespace broadside::markdown {

/// Writes the raw HTML in a text, inline and in blocks: as nothing, as its source, or as RawTags writes it. Comments
/// always vanish.
class RawMarkup {
public:
  /// `visit` visits the tree of Markdown within raw HTML (`markdown="1"`).
  RawMarkup(const Options& options, Ids& ids, html::Composer& composer, Prose& prose,
            std::function<void(const Document&)> visit);

  void write_inline(std::string_view html);
  void write_block(std::string_view html);
  /// Returns whether all that comes is the content of an element that has been dropped.
  bool is_in_dropped() const { return tags_.is_in_dropped(); }
  /// Must be called at the end of a block of Markdown. Nothing is dropped beyond it.
  void end_block() { tags_.end_block(); }

private:
  void write_inline(const html::TagReader::Piece&);
  bool is_shown_as_typed(html::TagReader::Piece::Kind) const;
  void write_line_break();
  void write_source(std::string_view html);
  void write_escaped(std::string_view html);
  void write_sanitized(std::string_view html);
  void write_declaration(std::string_view source, bool begins_block);
  void write_markdown(std::string_view markdown);

  const Options& options_;
  RawHtml mode_;
  html::Composer& composer_;
  Prose& prose_;
  std::function<void(const Document&)> visit_;
  RawTags tags_;
  /// True while Markdown within raw HTML is visited. It cannot hold more of that kind.
  bool in_markdown_ = false;
};

} // namespace broadside::markdown
