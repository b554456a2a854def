#include "core/unicode/case_folding.hpp"

#include "core/ascii.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace broadside::unicode {
namespace {

// A run of characters that fold to the one `delta` further on: each one from first to last, or every second.
struct Run {
  std::uint32_t first;
  std::uint16_t length;
  std::uint16_t step;
  std::int32_t delta;
};

struct Sequence {
  char32_t character;
  char folded[8];
};

#define RUN(first, last, step, delta) Run{first, (last) - (first), step, delta},
#define SEQUENCE(character, folded)
constexpr Run runs[] = {
#include "core/unicode/case_folding.def"
};
#undef RUN
#undef SEQUENCE

#define RUN(first, last, step, delta)
#define SEQUENCE(character, folded) Sequence{character, folded},
constexpr Sequence sequences[] = {
#include "core/unicode/case_folding.def"
};
#undef RUN
#undef SEQUENCE

char32_t folded_by_run(char32_t character) {
  const auto* after = std::upper_bound(std::begin(runs), std::end(runs), character,
                                       [](char32_t value, const Run& run) { return value < run.first; });
  if (after == std::begin(runs))
    return character;
  const Run& run = *(after - 1);
  const auto distance = character - run.first;
  if (distance > run.length || distance % run.step != 0)
    return character;
  return static_cast<char32_t>(static_cast<std::int32_t>(character) + run.delta);
}

// Most folded characters are ASCII, and need no table.
void append_folded(std::string& result, char32_t character) {
  if (character < 0x80) {
    result += lowered(static_cast<char>(character));
    return;
  }
  const auto* sequence =
      std::lower_bound(std::begin(sequences), std::end(sequences), character,
                       [](const Sequence& entry, char32_t value) { return entry.character < value; });
  if (sequence != std::end(sequences) && sequence->character == character)
    result += sequence->folded;
  else
    result += as_utf8(folded_by_run(character));
}

} // namespace

std::string fold_case(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto [character, length] = first_character(text);
    if (length > 0)
      append_folded(result, character);
    else
      result += "\uFFFD";
    text.remove_prefix(length > 0 ? length : malformed_utf8(text));
  }
  return result;
}

} // namespace broadside::unicode
