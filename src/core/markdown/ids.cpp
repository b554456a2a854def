#include "core/markdown/ids.hpp"

#include "core/unicode/case_folding.hpp"
#include "core/unicode/character.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace broadside::markdown {
namespace {

constexpr std::size_t longest_words = 200; // in bytes: longer ones are cut

bool is_reserved(std::string_view name) {
  return name == "body" || name.starts_with("fn-") || name.starts_with("fnref-") || name.starts_with("checkbox-");
}

std::string hyphenated(std::string_view text) {
  std::string result;
  while (!text.empty() && result.size() < longest_words) {
    const auto character = first_character(text);
    const auto bytes = text.substr(0, std::max<std::size_t>(character.length, 1));
    const bool is_mark = character.value < ' ' || unicode::is_punctuation(character.value);
    if (unicode::is_space(character.value))
      result += '-';
    else if (!is_mark || character.value == '-' || character.value == '_')
      result += bytes;
    text.remove_prefix(bytes.size());
  }
  return result;
}

} // namespace

std::string Ids::heading(std::string_view words) {
  std::string name = hyphenated(unicode::fold_case(words));
  if (name.empty())
    name = "section";
  // "fn" too: with a number it would be a footnote's.
  if (is_reserved(name) || is_reserved(name + "-"))
    name.insert(0, "section-");
  std::string id = name;
  for (int& last = last_number_[name]; !take(id);)
    id = name + "-" + std::to_string(++last);
  return own(id);
}

std::string Ids::chosen(std::string_view id) { return !id.empty() && take(std::string(id)) ? own(id) : ""; }

bool Ids::take(const std::string& name) { return !is_reserved(name) && taken_.insert(name).second; }

html::Url Ids::link_to(const html::Url& fragment) const {
  return html::Url::fragment(own(std::string_view(fragment.text()).substr(1)));
}

} // namespace broadside::markdown
