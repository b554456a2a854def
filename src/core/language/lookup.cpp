#include "core/language/lookup.hpp"

#include <algorithm>
#include <utility>

namespace broadside::language {
namespace {

// Of the languages of web/messages, by CLDR's likely subtags. The others are written in Latin letters.
constexpr std::pair<std::string_view, std::string_view> scripts[] = {
    {"ar", "Arab"}, {"be", "Cyrl"}, {"bg", "Cyrl"}, {"bn", "Beng"}, {"el", "Grek"}, {"fa", "Arab"}, {"he", "Hebr"},
    {"hi", "Deva"}, {"ja", "Jpan"}, {"ko", "Kore"}, {"ru", "Cyrl"}, {"ta", "Taml"}, {"uk", "Cyrl"}};

bool is_in_usual_script(std::string_view language, std::string_view script) {
  if (language == "zh")
    return script == "Hans" || script == "Hant";
  const auto* const found =
      std::find_if(std::begin(scripts), std::end(scripts), [&](const auto& one) { return one.first == language; });
  return script == (found == std::end(scripts) ? "Latn" : found->second);
}

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
  const std::string language = range.substr(0, range.find('-'));
  const auto script = script_of(range);
  if (!script.empty()) {
    if (!is_in_usual_script(language, script))
      return {};
    if (language != "zh")
      range.erase(language.size(), script.size() + 1);
  }
  if (language == "nn" || language == "no")
    range.replace(0, 2, "nb");
  return range == "zh" ? "zh-Hans" : range;
}

} // namespace broadside::language
