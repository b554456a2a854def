#pragma once

#include "core/html/composer.hpp"
#include "core/markdown/options.hpp"
#include "core/markdown/typography.hpp"

#include <cmark-gfm.h>

#include <optional>
#include <string_view>

namespace broadside::markdown {

/// Writes the words of a text, with its quotes as the options say and its lines joined as its script requires.
class Prose {
public:
  Prose(const Options& options, html::Composer& composer);

  /// Begins a paragraph, heading, cell or caption.
  void begin_block();
  void words(std::string_view text);
  /// Writes text that stays as it was typed: code, addresses, raw HTML.
  void verbatim(std::string_view text);
  /// Notes that a picture or the like stands here.
  void skip();
  void soft_break(cmark_node*);
  /// Ends a line in any case.
  void line_break();

private:
  const Options& options_;
  html::Composer& composer_;
  std::optional<Typographer> typographer_;
};

} // namespace broadside::markdown
