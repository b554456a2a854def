#include "core/language/endonym.hpp"

#include <algorithm>
#include <utility>

namespace broadside::language {
namespace {

constexpr std::pair<std::string_view, std::string_view> names[] = {
    {"ar", "العربية"}, {"be", "беларуская"},   {"bg", "български"},  {"bn", "বাংলা"},         {"cs", "čeština"},
    {"da", "dansk"},   {"de", "Deutsch"},      {"el", "Ελληνικά"},   {"en", "English"},       {"es", "español"},
    {"fa", "فارسی"},   {"fi", "suomi"},        {"fr", "français"},   {"he", "עברית"},         {"hi", "हिन्दी"},
    {"hu", "magyar"},  {"id", "Indonesia"},    {"it", "italiano"},   {"ja", "日本語"},        {"ko", "한국어"},
    {"ms", "Melayu"},  {"nb", "norsk bokmål"}, {"nl", "Nederlands"}, {"pl", "polski"},        {"pt", "português"},
    {"ro", "română"},  {"ru", "русский"},      {"sv", "svenska"},    {"sw", "Kiswahili"},     {"ta", "தமிழ்"},
    {"tr", "Türkçe"},  {"uk", "українська"},   {"vi", "Tiếng Việt"}, {"zh-Hans", "简体中文"}, {"zh-Hant", "繁體中文"},
};

} // namespace

std::string_view endonym(std::string_view tag) {
  const auto* const found =
      std::find_if(std::begin(names), std::end(names), [&](const auto& one) { return one.first == tag; });
  return found == std::end(names) ? tag : found->second;
}

} // namespace broadside::language
