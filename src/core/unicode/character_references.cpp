// How cmark reads character references, in place of its own houdini_html_u.c, which allows eight digits and whose table
// of names is twice as large.
#include "core/ascii.hpp"
#include "core/markdown/cmark/buffer.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <houdini.h>

namespace broadside::markdown {
namespace {

// "name;" and, up to a NUL, its text; sorted by name.
constexpr char references[] =
#include "core/unicode/character_references.def"
    ;

// Where every so many-th entry starts, so that a name is found by a few comparisons and a short walk.
constexpr std::size_t stride = 16;
constexpr std::size_t reference_count = std::count(std::begin(references), std::end(references) - 1, '\0');

constexpr auto entry_starts = [] {
  std::array<std::uint16_t, (reference_count + stride - 1) / stride> starts{};
  std::size_t entry = 0;
  for (std::size_t at = 0; at + 1 < sizeof references; ++at)
    if (at == 0 || references[at - 1] == '\0')
      if (entry++ % stride == 0)
        starts[(entry - 1) / stride] = static_cast<std::uint16_t>(at);
  return starts;
}();

std::string_view name_at(const char* entry) {
  return {entry, static_cast<std::size_t>(std::strchr(entry, ';') - entry)};
}

// The text that the name stands for, or nullptr.
const char* text_of(std::string_view name) {
  const auto* after = std::upper_bound(
      entry_starts.begin(), entry_starts.end(), name,
      [](std::string_view wanted, std::uint16_t start) { return wanted < name_at(references + start); });
  if (after == entry_starts.begin())
    return nullptr;
  const char* entry = references + *(after - 1);
  for (std::size_t i = 0; i < stride && *entry != '\0'; ++i, entry += std::strlen(entry) + 1)
    if (name_at(entry) == name)
      return entry + name.size() + 1;
  return nullptr;
}

int digit_value(char c) {
  if (is_digit(c))
    return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

struct Reference {
  /// How long it is, after the ampersand and with the semicolon; 0: it is none.
  std::size_t length = 0;
  const char* name_text = nullptr;
  char32_t character = 0;
};

// CommonMark, 2.5: at most seven decimal digits, or six hexadecimal ones; what is no character becomes U+FFFD.
Reference numeric_reference(std::string_view text) {
  const bool hexadecimal = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const std::size_t start = hexadecimal ? 2 : 1;
  const std::size_t most = hexadecimal ? 6 : 7;
  const int base = hexadecimal ? 16 : 10;
  char32_t character = 0;
  std::size_t at = start;
  for (; at < text.size() && at - start < most; ++at) {
    const int value = digit_value(text[at]);
    if (value < 0 || value >= base)
      break;
    character = character * static_cast<char32_t>(base) + static_cast<char32_t>(value);
  }
  if (at == start || at == text.size() || text[at] != ';')
    return {};
  const bool is_scalar = character != 0 && character < 0x110000 && (character < 0xD800 || character >= 0xE000);
  return {at + 1, nullptr, is_scalar ? character : U'\uFFFD'};
}

Reference named_reference(std::string_view text) {
  constexpr std::size_t longest_name = 31;
  std::size_t length = 0;
  while (length < text.size() && length <= longest_name && is_alphanumeric(text[length]))
    ++length;
  if (length == text.size() || text[length] != ';')
    return {};
  const char* meaning = text_of(text.substr(0, length));
  return meaning != nullptr ? Reference{length + 1, meaning} : Reference{};
}

} // namespace

extern "C" {

// What stands after an ampersand; returns how much of it belongs to the reference.
bufsize_t houdini_unescape_ent(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  const std::string_view text = view(source, size);
  const Reference reference = text.substr(0, 1) == "#" ? numeric_reference(text) : named_reference(text);
  if (reference.name_text != nullptr)
    put(buffer, reference.name_text);
  else if (reference.length > 0)
    put(buffer, as_utf8(reference.character));
  return static_cast<bufsize_t>(reference.length);
}

// Returns 0, and puts nothing, where the text has no ampersand.
int houdini_unescape_html(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  if (view(source, size).find('&') == std::string_view::npos)
    return 0;
  houdini_unescape_html_f(buffer, source, size);
  return 1;
}

void houdini_unescape_html_f(cmark_strbuf* buffer, const std::uint8_t* source, bufsize_t size) {
  for (bufsize_t at = 0; at < size;) {
    const std::string_view rest = view(source + at, size - at);
    const auto before = static_cast<bufsize_t>(std::min(rest.find('&'), rest.size()));
    put(buffer, rest.substr(0, static_cast<std::size_t>(before)));
    at += before;
    if (at == size)
      return;
    ++at;
    const bufsize_t length = houdini_unescape_ent(buffer, source + at, size - at);
    if (length == 0)
      put(buffer, "&");
    at += length;
  }
}

} // extern "C"

} // namespace broadside::markdown
