#include "core/unicode/character_references.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace broadside::unicode {
namespace {

// The entries are "name;" and, up to a NUL, its text. They are sorted by name.
constexpr char references[] =
#include "core/unicode/character_references.def"
    ;

// The start of every sixteenth entry, so that a name is found by a few comparisons and a short walk.
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

// Returns the text for which the name stands, or nullptr.
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

// CommonMark, 2.5: at most seven decimal digits, or six hexadecimal ones. A number that is no character becomes U+FFFD.
CharacterReference numeric_reference(std::string_view text) {
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
  return {at + 1, {}, as_utf8(is_scalar ? character : U'\uFFFD')};
}

CharacterReference named_reference(std::string_view text) {
  constexpr std::size_t longest_name = 31;
  std::size_t length = 0;
  while (length < text.size() && length <= longest_name && is_alphanumeric(text[length]))
    ++length;
  if (length == text.size() || text[length] != ';')
    return {};
  const char* meaning = text_of(text.substr(0, length));
  return meaning != nullptr ? CharacterReference{length + 1, meaning} : CharacterReference{};
}

} // namespace

CharacterReference read_character_reference(std::string_view text) {
  return text.starts_with('#') ? numeric_reference(text) : named_reference(text);
}

std::string resolve_character_references(std::string_view text) {
  std::string result;
  for (;;) {
    const auto ampersand = std::min(text.find('&'), text.size());
    result += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    if (text.empty())
      return result;
    text.remove_prefix(1);
    const CharacterReference reference = read_character_reference(text);
    result += reference.length > 0 ? reference.text() : "&";
    text.remove_prefix(reference.length);
  }
}

} // namespace broadside::unicode
