#include "core/language/script.hpp"

#include "core/language/canonical.hpp"
#include "core/language/table.hpp"
#include "core/language_tag.hpp"
#include "core/lines.hpp"
#include "core/utf8.hpp"
#include "core/word_list.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace broadside::language {
namespace {

// "
// ar\tArab Syrc
// az\tLatn Arab Cyrl
// …": the scripts of each language, the most usual one first. Languages that only have Latin are listed in latin.def,
// as far as CLDR has their names.
constexpr std::string_view scripts_of_languages =
#define SCRIPTS(language, scripts) "\n" language "\t" scripts
#include "core/language/scripts.def"
#undef SCRIPTS
    "\n";

std::string_view listed_scripts(std::string_view language) {
  return find_in(scripts_of_languages, language).value_or("");
}

constexpr std::string_view latin_languages =
#define LATIN(language) language " "
#include "core/language/latin.def"
#undef LATIN
    "";

constexpr std::string_view cjk_languages =
#define CJK(language) language " "
#include "core/language/cjk.def"
#undef CJK
    "";

struct Range {
  char32_t first, last;
  std::string_view script;
};

// The blocks of the scripts in which today's languages are written (Unicode, Blocks.txt), in order. The first of them
// holds other characters beside Latin letters.
constexpr Range ranges[] = {
    {U'A', U'Z', "Latn"},       {U'a', U'z', "Latn"},       {0x00C0, 0x02AF, "Latn"},   {0x0370, 0x03FF, "Grek"},
    {0x0400, 0x052F, "Cyrl"},   {0x0530, 0x058F, "Armn"},   {0x0590, 0x05FF, "Hebr"},   {0x0600, 0x06FF, "Arab"},
    {0x0700, 0x074F, "Syrc"},   {0x0750, 0x077F, "Arab"},   {0x0780, 0x07BF, "Thaa"},   {0x07C0, 0x07FF, "Nkoo"},
    {0x0860, 0x086F, "Syrc"},   {0x0870, 0x08FF, "Arab"},   {0x0900, 0x097F, "Deva"},   {0x0980, 0x09FF, "Beng"},
    {0x0A00, 0x0A7F, "Guru"},   {0x0A80, 0x0AFF, "Gujr"},   {0x0B00, 0x0B7F, "Orya"},   {0x0B80, 0x0BFF, "Taml"},
    {0x0C00, 0x0C7F, "Telu"},   {0x0C80, 0x0CFF, "Knda"},   {0x0D00, 0x0D7F, "Mlym"},   {0x0D80, 0x0DFF, "Sinh"},
    {0x0E00, 0x0E7F, "Thai"},   {0x0E80, 0x0EFF, "Laoo"},   {0x0F00, 0x0FFF, "Tibt"},   {0x1000, 0x109F, "Mymr"},
    {0x10A0, 0x10FF, "Geor"},   {0x1100, 0x11FF, "Kore"},   {0x1200, 0x139F, "Ethi"},   {0x13A0, 0x13FF, "Cher"},
    {0x1400, 0x167F, "Cans"},   {0x1780, 0x17FF, "Khmr"},   {0x1800, 0x18AF, "Mong"},   {0x1C50, 0x1C7F, "Olck"},
    {0x1C80, 0x1C8F, "Cyrl"},   {0x1C90, 0x1CBF, "Geor"},   {0x1E00, 0x1EFF, "Latn"},   {0x1F00, 0x1FFF, "Grek"},
    {0x2C60, 0x2C7F, "Latn"},   {0x2D00, 0x2D2F, "Geor"},   {0x2D30, 0x2D7F, "Tfng"},   {0x2D80, 0x2DDF, "Ethi"},
    {0x3041, 0x30FF, "Jpan"},   {0x3105, 0x312F, "Hani"},   {0x3131, 0x318F, "Kore"},   {0x31F0, 0x31FF, "Jpan"},
    {0x3400, 0x9FFF, "Hani"},   {0xA000, 0xA4CF, "Yiii"},   {0xA500, 0xA63F, "Vaii"},   {0xA640, 0xA69F, "Cyrl"},
    {0xA720, 0xA7FF, "Latn"},   {0xA8E0, 0xA8FF, "Deva"},   {0xA960, 0xA97F, "Kore"},   {0xA9E0, 0xA9FF, "Mymr"},
    {0xAA60, 0xAA7F, "Mymr"},   {0xAAE0, 0xAAFF, "Mtei"},   {0xAB00, 0xAB2F, "Ethi"},   {0xAB30, 0xAB6F, "Latn"},
    {0xAB70, 0xABBF, "Cher"},   {0xABC0, 0xABFF, "Mtei"},   {0xAC00, 0xD7FF, "Kore"},   {0xF900, 0xFAFF, "Hani"},
    {0xFB1D, 0xFB4F, "Hebr"},   {0xFB50, 0xFDFF, "Arab"},   {0xFE70, 0xFEFC, "Arab"},   {0xFF21, 0xFF3A, "Latn"},
    {0xFF41, 0xFF5A, "Latn"},   {0xFF66, 0xFF9F, "Jpan"},   {0x10D00, 0x10D3F, "Rohg"}, {0x11100, 0x1114F, "Cakm"},
    {0x1E900, 0x1E95F, "Adlm"}, {0x20000, 0x3FFFF, "Hani"},
};

std::string_view script_of_character(char32_t character) {
  const auto* const found = std::lower_bound(std::begin(ranges), std::end(ranges), character,
                                             [](const Range& range, char32_t one) { return range.last < one; });
  return found != std::end(ranges) && found->first <= character ? found->script : std::string_view();
}

struct Count {
  std::string_view script;
  std::size_t letters = 0;
};

using Counts = std::vector<Count>;

void count_letter(std::string_view script, Counts& counts) {
  auto found = std::find_if(counts.begin(), counts.end(), [&](const Count& one) { return one.script == script; });
  if (found == counts.end())
    found = counts.insert(found, Count{script});
  ++found->letters;
}

void count_letters(std::string_view word, Counts& counts) {
  if (word.find("://") != std::string_view::npos)
    return;
  while (!word.empty()) {
    const auto [character, length] = first_character(word);
    if (const auto script = script_of_character(character); length > 0 && !script.empty())
      count_letter(script, counts);
    word.remove_prefix(std::max<std::size_t>(length, 1));
  }
}

// Counts the letters at the text's beginning, which are enough.
Counts letters_of(std::string_view text) {
  constexpr std::size_t enough = 2000;
  Counts counts;
  text = text.substr(0, enough);
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(white_space), text.size());
    count_letters(text.substr(0, end), counts);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return counts;
}

// Returns the scripts in which a text in this language may be, or nothing if CLDR does not know the language.
std::string_view scripts_of(std::string_view tag) {
  if (const auto script = script_of(tag); !script.empty())
    return script;
  const auto language = primary_subtag(tag);
  if (const auto listed = listed_scripts(language); !listed.empty())
    return listed;
  return is_listed(latin_languages, language) ? "Latn" : std::string_view();
}

// Chinese characters belong to the scripts of three languages, in two of them beside kana or Hangul.
bool has_script(std::string_view scripts, std::string_view script) {
  const auto has = [&](std::string_view one) { return scripts.find(one) != std::string_view::npos; };
  return has(script) || (script == "Hani" && (has("Jpan") || has("Kore") || has("Hans") || has("Hant")));
}

// Japanese is recognised by its kana: Chinese characters beside enough of these are Japanese.
void merge_japanese(Counts& counts) {
  constexpr std::size_t most_per_kana = 10;
  const auto find = [&](std::string_view script) {
    return std::find_if(counts.begin(), counts.end(), [&](const Count& one) { return one.script == script; });
  };
  const auto kana = find("Jpan");
  const auto chinese = find("Hani");
  if (kana == counts.end() || chinese == counts.end() || chinese->letters > kana->letters * most_per_kana)
    return;
  kana->letters += chinese->letters;
  counts.erase(chinese);
}

} // namespace

std::string_view usual_script(std::string_view language) {
  auto scripts = listed_scripts(language);
  return scripts.empty() ? "Latn" : take_word(scripts);
}

bool is_cjk(std::string_view tag) { return is_listed(cjk_languages, primary_subtag(canonical(tag))); }

std::string tag_of_text(std::string_view text, std::string_view language) {
  const std::string tag = canonical(language);
  const auto scripts = scripts_of(tag);
  if (language.empty() || scripts.empty())
    return std::string(language);
  Counts counts = letters_of(text);
  merge_japanese(counts);
  std::size_t own = 0;
  std::size_t others = 0;
  for (const Count& count : counts)
    (has_script(scripts, count.script) ? own : others) += count.letters;
  constexpr std::size_t nearly_all = 4; // of five letters
  if (others <= nearly_all * own)
    return std::string(language);
  const auto is_less = [](const Count& one, const Count& other) { return one.letters < other.letters; };
  return "und-" + std::string(std::max_element(counts.begin(), counts.end(), is_less)->script);
}

} // namespace broadside::language
