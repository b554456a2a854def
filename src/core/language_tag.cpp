#include "core/language_tag.hpp"

#include "core/ascii.hpp"

#include <algorithm>
#include <vector>

namespace broadside::language {
namespace {

bool all_alpha(std::string_view text) { return std::all_of(text.begin(), text.end(), is_alpha); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::vector<std::string_view> subtags_of(std::string_view tag) {
  std::vector<std::string_view> subtags;
  for (;;) {
    const auto end = tag.find('-');
    subtags.push_back(tag.substr(0, end));
    if (end == std::string_view::npos)
      return subtags;
    tag.remove_prefix(end + 1);
  }
}

bool is_subtag(std::string_view text) {
  return !text.empty() && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_alpha(c) || is_digit(c); });
}

bool is_script(std::string_view text) { return text.size() == 4 && all_alpha(text); }
bool is_region(std::string_view text) {
  return (text.size() == 2 && all_alpha(text)) || (text.size() == 3 && all_digits(text));
}
bool is_variant(std::string_view text) { return text.size() >= 5 || (text.size() == 4 && is_digit(text.front())); }

// langtag = language ["-" script] ["-" region] *("-" variant) *("-" extension) ["-" privateuse]
bool follows_grammar(const std::vector<std::string_view>& subtags) {
  std::size_t at = 0;
  const auto here = [&] { return at < subtags.size() ? subtags[at] : std::string_view(); };
  if (here().size() < 2 || !all_alpha(here()))
    return false;
  ++at;
  at += is_script(here()) ? 1 : 0;
  at += is_region(here()) ? 1 : 0;
  while (is_variant(here()))
    ++at;
  while (here().size() == 1) {
    const bool is_private = here() == "x" || here() == "X";
    const std::size_t first = ++at;
    while (!here().empty() && (is_private || here().size() > 1))
      ++at;
    if (at == first)
      return false;
  }
  return at == subtags.size();
}

std::string with_capital(std::string_view text) {
  std::string result = lowered(text);
  result.front() = uppered(result.front());
  return result;
}

std::string with_capitals(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), uppered);
  return result;
}

} // namespace

bool well_formed(std::string_view tag) {
  if (tag.size() > longest_tag)
    return false;
  const auto subtags = subtags_of(tag);
  return std::all_of(subtags.begin(), subtags.end(), is_subtag) && follows_grammar(subtags);
}

std::string_view well_formed_pattern() {
  return "^[A-Za-z]{2,8}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
         "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?$";
}

std::string in_usual_letters(std::string_view tag) {
  std::string result;
  bool in_extension = false;
  for (const auto subtag : subtags_of(tag)) {
    const bool is_first = subtag.data() == tag.data();
    in_extension = in_extension || (subtag.size() == 1 && !is_first);
    const bool has_place = !is_first && !in_extension;
    result += is_first ? "" : "-";
    if (has_place && is_script(subtag))
      result += with_capital(subtag);
    else
      result += has_place && is_region(subtag) ? with_capitals(subtag) : lowered(subtag);
  }
  return result;
}

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view script_of(std::string_view tag) {
  const auto subtags = subtags_of(tag);
  return subtags.size() > 1 && is_script(subtags[1]) ? subtags[1] : std::string_view();
}

std::string_view region_of(std::string_view tag) {
  const auto subtags = subtags_of(tag);
  const std::size_t at = script_of(tag).empty() ? 1 : 2;
  return subtags.size() > at && is_region(subtags[at]) ? subtags[at] : std::string_view();
}

} // namespace broadside::language
