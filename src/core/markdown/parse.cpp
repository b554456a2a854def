#include "core/markdown/parse.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace broadside::markdown {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

int options_of(Profile profile) {
  int options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
  if (profile == Profile::gfm || profile == Profile::article)
    options |= CMARK_OPT_FOOTNOTES;
  return options;
}

void attach_extensions(cmark_parser* parser) {
  cmark_gfm_core_extensions_ensure_registered();
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
}

} // namespace

Document parse(std::string_view text, const Options& options) {
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(options_of(options.profile)));
  if (options.profile != Profile::commonmark)
    attach_extensions(parser.get());
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Document(cmark_parser_finish(parser.get()));
}

} // namespace broadside::markdown
