#include "core/language/names.hpp"

#include "core/language/lookup.hpp"
#include "core/language/table.hpp"

#include <algorithm>

namespace broadside::language {
namespace {

// Takes a table and the empty line after it.
std::string_view take_table(std::string_view& tables) {
  const auto end = std::min(tables.find("\n\n"), tables.size());
  const auto table = tables.substr(0, end + 1);
  tables.remove_prefix(std::min(end + 1, tables.size()));
  return table;
}

std::string joined(std::string_view one, std::string_view separator, std::string_view other) {
  return std::string(one).append(one.empty() || other.empty() ? "" : separator).append(other);
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

Names::Names(std::string_view tables)
    : endonyms_(take_table(tables)), qualifiers_(take_table(tables)), labels_(take_table(tables)) {}

std::string_view Names::endonym(std::string_view tag) const {
  return lookup(tag, [this](std::string_view range) { return find_in(endonyms_, range); }).value_or(tag);
}

std::string_view Names::switch_label(std::string_view tag) const {
  const auto label = lookup(words_range(tag), [this](std::string_view range) { return find_in(labels_, range); });
  return label ? *label : endonym(tag);
}

// Returns the script of a canonical tag, in words or as its code, or an empty text if the endonym states it.
std::string_view Names::script_qualifier(std::string_view tag) const {
  const auto script = script_of(tag);
  const auto language = primary_subtag(tag);
  if (script.empty() || endonym(tag) != endonym(language))
    return {};
  return find_in(qualifiers_, joined(language, "-", script)).value_or(script);
}

std::string_view Names::region_qualifier(std::string_view tag) const {
  const auto region = region_of(tag);
  if (region.empty())
    return {};
  const auto language = primary_subtag(tag);
  const auto name = find_in(qualifiers_, joined(joined(language, "-", script_of(tag)), "-", region));
  return name ? *name : find_in(qualifiers_, joined(language, "-", region)).value_or(region);
}

std::vector<std::string> Names::qualifiers(const std::vector<std::string_view>& tags) const {
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
