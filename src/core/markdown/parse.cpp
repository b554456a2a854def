#include "core/markdown/parse.hpp"

#include "core/language/script.hpp"
#include "core/markdown/cmark/cjk.h"
#include "core/markdown/cmark/known_tags.h"
#include "core/markdown/cmark/underlined_headings.h"

#include <autolink.h>
#include <cmark-gfm-extension_api.h>
#include <parser.h>
#include <strikethrough.h>
#include <table.h>
#include <tasklist.h>

namespace broadside::markdown {
namespace {

int options_of(const Options& options, Document::Extent extent) {
  int result = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
  if (has_footnotes(options.profile) && extent == Document::Extent::whole)
    result |= CMARK_OPT_FOOTNOTES;
  if (!is_bare(options.profile))
    result |= BROADSIDE_OPT_CJK_ADDRESSES | BROADSIDE_OPT_KNOWN_TAGS;
  if (options.profile == Profile::reply)
    result |= BROADSIDE_OPT_NO_UNDERLINED_HEADINGS;
  if (!is_bare(options.profile) && language::is_cjk(options.language))
    result |= BROADSIDE_OPT_CJK_EMPHASIS;
  return result;
}

void attach_extensions(cmark_parser* parser) {
  for (const auto* extension :
       {&cmark_table_extension, &cmark_strikethrough_extension, &cmark_autolink_extension, &cmark_tasklist_extension})
    cmark_parser_attach_syntax_extension(parser, extension);
}

} // namespace

// The parser is not freed, since all of its memory is the arena's.
Document::Document(std::string_view text, const Options& options, Extent extent) {
  cmark_parser* parser = cmark_parser_new_with_mem(options_of(options, extent), ArenaScope::memory());
  if (options.profile != Profile::commonmark)
    attach_extensions(parser);
  cmark_parser_feed(parser, text.data(), text.size());
  if (options.profile == Profile::article) {
    // The last line must be in its block too by now.
    if (!text.ends_with('\n') && !text.ends_with('\r'))
      cmark_parser_feed(parser, "\n", 1);
    marks_ = take_block_marks(parser->root);
  }
  root_ = cmark_parser_finish(parser);
}

} // namespace broadside::markdown
