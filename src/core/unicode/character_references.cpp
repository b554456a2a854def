#include "core/unicode/character_references.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace broadside::unicode {
namespace {

// The names in the order of the characters that they stand for, and how far each character is behind the one before: so
// the table is a third smaller, when compressed, than names in their own order with their texts.
#define REFERENCE(name, step) name " "
#define SECOND(entry, character)
constexpr char names[] =
#include "core/unicode/character_references.def"
    ;
#undef REFERENCE
#define REFERENCE(name, step) step,
constexpr std::uint16_t steps[] = {
#include "core/unicode/character_references.def"
};
#undef REFERENCE
#undef SECOND

// The few that stand for two characters.
struct Second {
  std::uint16_t entry;
  char16_t character;
};
#define REFERENCE(name, step)
#define SECOND(entry, character) Second{entry, character},
constexpr Second seconds[] = {
#include "core/unicode/character_references.def"
};
#undef REFERENCE
#undef SECOND

// Finds a name's text by a hash table with open addressing, which is made of the tables above when it is first asked.
class Index {
public:
  Index() {
    const char* name = names;
    const Second* second = std::begin(seconds);
    char32_t character = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const char* end = std::strchr(name, ' ');
      character += steps[i];
      std::size_t length = put(entries_[i], 0, character);
      if (second != std::end(seconds) && second->entry == i)
        length = put(entries_[i], length, second++->character);
      entries_[i].length = static_cast<std::uint8_t>(length);
      entries_[i].name = {name, static_cast<std::size_t>(end - name)};
      slots_[slot_of(entries_[i].name)] = static_cast<std::uint16_t>(i + 1);
      name = end + 1;
    }
  }

  // Returns the text that the name stands for; empty where there is no such name.
  std::string_view text_of(std::string_view name) const {
    const std::uint16_t entry = slots_[slot_of(name)];
    return entry == 0 ? std::string_view() : std::string_view(entries_[entry - 1].text, entries_[entry - 1].length);
  }

private:
  struct Entry {
    std::string_view name;
    char text[7];
    std::uint8_t length;
  };

  static std::size_t put(Entry& entry, std::size_t at, char32_t character) {
    const Utf8Sequence bytes = as_utf8(character);
    const std::string_view text = bytes;
    return at + text.copy(entry.text + at, sizeof entry.text - at);
  }

  // Returns the slot that has the name, or the free one where it belongs. The hash is FNV-1a.
  std::size_t slot_of(std::string_view name) const {
    std::uint32_t hash = 2166136261U;
    for (const char c : name)
      hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    std::size_t slot = (hash ^ hash >> 16U) % slots_.size();
    while (slots_[slot] != 0 && entries_[slots_[slot] - 1].name != name)
      slot = (slot + 1) % slots_.size();
    return slot;
  }

  std::array<Entry, std::size(steps)> entries_{};
  // One more than the entry's number; 0 is free.
  std::array<std::uint16_t, 4096> slots_{};
};

std::string_view text_of(std::string_view name) {
  static const Index index;
  return index.text_of(name);
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
  const std::string_view meaning = text_of(text.substr(0, length));
  return meaning.empty() ? CharacterReference{} : CharacterReference{length + 1, meaning};
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
