#include "core/language/lookup.hpp"

#include "core/language/script.hpp"

namespace broadside::language {
namespace {

bool is_in_usual_script(std::string_view language, std::string_view script) {
  if (language == "zh")
    return script == "Hans" || script == "Hant";
  return script == usual_script(language);
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
