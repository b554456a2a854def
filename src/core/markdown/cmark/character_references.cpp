// Reads character references for cmark, in place of its own houdini_html_u.c, which allows eight digits and whose table
// of names is twice as large.
#include "core/unicode/character_references.hpp"

#include "core/markdown/cmark/buffer.hpp"

#include <houdini.h>

namespace broadside::markdown {
extern "C" {

// Puts the character of a reference after an ampersand. Returns the length of the reference, or 0 if there is none.
bufsize_t houdini_unescape_ent(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  const auto reference = unicode::read_character_reference(view(source, size));
  put(buffer, reference.text());
  return static_cast<bufsize_t>(reference.length);
}

// Returns 0, and puts nothing, if the text has no ampersand.
int houdini_unescape_html(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  const auto text = view(source, size);
  if (text.find('&') == std::string_view::npos)
    return 0;
  put(buffer, unicode::resolve_character_references(text));
  return 1;
}

void houdini_unescape_html_f(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  if (houdini_unescape_html(buffer, source, size) == 0)
    put(buffer, view(source, size));
}

} // extern "C"
} // namespace broadside::markdown
