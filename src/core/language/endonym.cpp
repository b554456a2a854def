#include "core/language/endonym.hpp"

#include "core/language/lookup.hpp"
#include "core/language/table.hpp"

#include <algorithm>
#include <optional>

namespace broadside::language {
namespace {

constexpr std::string_view names =
#define ENDONYM(tag, name) "\n" tag "\t" name
#include "core/language/endonyms.def"
#undef ENDONYM
    "\n";

constexpr std::string_view names_of_qualifiers =
#define QUALIFIER(tag, name) "\n" tag "\t" name
#include "core/language/qualifiers.def"
#undef QUALIFIER
    "\n";

std::optional<std::string_view> find(std::string_view tag) { return find_in(names, tag); }

std::string joined(std::string_view one, std::string_view separator, std::string_view other) {
  return std::string(one).append(one.empty() || other.empty() ? "" : separator).append(other);
}

// Returns the script of a canonical tag, in words or as its code, or an empty text if the endonym states it.
std::string_view script_qualifier(std::string_view tag) {
  const auto script = script_of(tag);
  const auto language = primary_subtag(tag);
  if (script.empty() || endonym(tag) != endonym(language))
    return {};
  return find_in(names_of_qualifiers, joined(language, "-", script)).value_or(script);
}

std::string_view region_qualifier(std::string_view tag) {
  const auto region = region_of(tag);
  if (region.empty())
    return {};
  const auto language = primary_subtag(tag);
  const auto name = find_in(names_of_qualifiers, joined(joined(language, "-", script_of(tag)), "-", region));
  return name ? *name : find_in(names_of_qualifiers, joined(language, "-", region)).value_or(region);
}

bool has_twin(const std::vector<std::string>& readings, std::size_t at) {
  return std::count(readings.begin(), readings.end(), readings[at]) > 1;
}

struct Brackets {
  std::string_view open, close, separator;
};

// Returns CLDR's localePattern and localeSeparator.
Brackets brackets_of(std::string_view tag) {
  const auto language = primary_subtag(tag);
  if (language == "zh" || language == "ii")
    return {"（", "）", "，"};
  return {language == "ko" ? "(" : " (", ")", ", "};
}

} // namespace

std::string_view endonym(std::string_view tag) { return lookup(tag, find).value_or(tag); }

std::vector<std::string> qualifiers(const std::vector<std::string_view>& tags) {
  std::vector<std::string> readings;
  for (const auto tag : tags)
    readings.emplace_back(endonym(tag));

  std::vector<std::string> found(tags.size());
  const auto names_alone = readings;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (!has_twin(names_alone, i))
      continue;
    const std::string tag = canonical(tags[i]);
    found[i] = joined(script_qualifier(tag), ", ", region_qualifier(tag));
    readings[i] += "\n" + found[i];
  }

  for (std::size_t i = 0; i < tags.size(); ++i)
    if (has_twin(readings, i))
      found[i] = tags[i];
  return found;
}

std::string qualified(std::string_view text, std::string_view qualifier, std::string_view tag) {
  if (qualifier.empty())
    return std::string(text);
  const auto [open, close, separator] = brackets_of(tag);
  // The name of a language may end with its script in brackets.
  if (text.size() > close.size() && text.substr(text.size() - close.size()) == close)
    return joined(text.substr(0, text.size() - close.size()), separator, qualifier).append(close);
  return std::string(text).append(open).append(qualifier).append(close);
}

} // namespace broadside::language
