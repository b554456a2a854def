#include "core/language/canonical.hpp"

#include "core/language/table.hpp"
#include "core/language_tag.hpp"

namespace broadside::language {
namespace {

constexpr std::string_view aliases =
#define ALIAS(subtag, current) "\n" subtag "\t" current
#include "core/language/aliases.def"
#undef ALIAS
    "\n";

constexpr std::string_view scripts_in_regions =
#define SCRIPT_IN_REGION(tag, script) "\n" tag "\t" script
#include "core/language/regional_scripts.def"
#undef SCRIPT_IN_REGION
    "\n";

// Adds a script after the language of a tag that has none.
void add_script(std::string& tag, std::string_view script) {
  if (!script.empty() && script_of(tag).empty())
    tag.insert(primary_subtag(tag).size(), "-" + std::string(script));
}

// Returns the script in this region of a language that has several, and an empty text for every other language.
std::string_view script_in_region(std::string_view language, std::string_view region) {
  const auto usual = find_in(scripts_in_regions, language).value_or("");
  return find_in(scripts_in_regions, std::string(language).append("-").append(region)).value_or(usual);
}

} // namespace

std::string_view current_language(std::string_view subtag) { return find_in(aliases, subtag).value_or(""); }

std::string canonical(std::string_view tag) {
  std::string result = in_usual_letters(tag);
  const auto subtag = primary_subtag(result);
  if (const auto current = current_language(subtag); !current.empty()) {
    result.replace(0, subtag.size(), primary_subtag(current));
    add_script(result, script_of(current));
  }
  if (const auto region = region_of(result); !region.empty())
    add_script(result, script_in_region(primary_subtag(result), region));
  return result;
}

} // namespace broadside::language
