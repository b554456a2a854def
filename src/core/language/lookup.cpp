#include "core/language/lookup.hpp"

#include "core/language/script.hpp"
#include "core/language/table.hpp"
#include "core/word_list.hpp"

namespace broadside::language {
namespace {

constexpr std::string_view words_of_others =
#define WORDS(language, tag) "\n" language "\t" tag
#define SCRIPTS_OF_WORDS(language, scripts)
#include "core/language/words.def"
#undef WORDS
#undef SCRIPTS_OF_WORDS
    "\n";

constexpr std::string_view scripts_of_words =
#define WORDS(language, tag)
#define SCRIPTS_OF_WORDS(language, scripts) "\n" language "\t" scripts
#include "core/language/words.def"
#undef WORDS
#undef SCRIPTS_OF_WORDS
    "\n";

} // namespace

std::string_view shortened(std::string_view tag) {
  const auto cut = [&] { tag = tag.substr(0, tag.find_last_of('-') == std::string_view::npos ? 0 : tag.rfind('-')); };
  cut();
  if (tag.size() >= 2 && tag[tag.size() - 2] == '-')
    cut();
  return tag;
}

std::string words_range(std::string_view tag) {
  std::string range = canonical(tag);
  const std::string language(primary_subtag(range));
  const auto scripts = find_in(scripts_of_words, language);
  if (const auto script = script_of(range); !script.empty()) {
    if (!is_listed(scripts.value_or(usual_script(language)), script))
      return {};
    if (!scripts)
      range.erase(language.size(), script.size() + 1);
  }
  const auto words = find_in(words_of_others, language);
  if (words && script_of(range).empty())
    range.replace(0, language.size(), *words);
  return range;
}

} // namespace broadside::language
