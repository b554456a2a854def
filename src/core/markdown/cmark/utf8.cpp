// Answers cmark's questions about UTF-8 and Unicode, in place of its own utf8.c, whose tables are large and date from
// 2014.
#include "core/utf8.hpp"

#include "core/markdown/cmark/buffer.hpp"
#include "core/markdown/cmark/cjk.h"
#include "core/unicode/case_folding.hpp"
#include "core/unicode/character.hpp"

#include <utf8.h>

namespace broadside::markdown {
extern "C" {

void cmark_utf8proc_check(cmark_strbuf* buffer, const std::uint8_t* line, bufsize_t size) {
  std::string_view rest = view(line, size);
  for (;;) {
    const std::size_t good = well_formed_utf8(rest);
    put(buffer, rest.substr(0, good));
    rest.remove_prefix(good);
    if (rest.empty())
      return;
    put(buffer, "\uFFFD");
    rest.remove_prefix(malformed_utf8(rest));
  }
}

int cmark_utf8proc_iterate(const std::uint8_t* text, bufsize_t size, std::int32_t* character) {
  const auto [value, length] = first_character(view(text, size));
  *character = length > 0 ? static_cast<std::int32_t>(value) : -1;
  return length > 0 ? static_cast<int>(length) : -1;
}

void cmark_utf8proc_encode_char(std::int32_t character, cmark_strbuf* buffer) {
  put(buffer, as_utf8(static_cast<char32_t>(character)));
}

void cmark_utf8proc_case_fold(cmark_strbuf* buffer, const std::uint8_t* text, bufsize_t size) {
  put(buffer, unicode::fold_case(view(text, size)));
}

int cmark_utf8proc_is_space(std::int32_t character) {
  return unicode::is_space(static_cast<char32_t>(character)) ? 1 : 0;
}

int cmark_utf8proc_is_punctuation(std::int32_t character) {
  return unicode::is_punctuation(static_cast<char32_t>(character)) ? 1 : 0;
}

int broadside_is_cjk(std::int32_t character) { return unicode::is_cjk(static_cast<char32_t>(character)) ? 1 : 0; }

int broadside_ends_address(std::int32_t character) {
  return unicode::ends_address(static_cast<char32_t>(character)) ? 1 : 0;
}

} // extern "C"

} // namespace broadside::markdown
