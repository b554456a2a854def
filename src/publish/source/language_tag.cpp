#include "publish/source/language_tag.hpp"

#include "core/ascii.hpp"
#include "core/language/canonical.hpp"
#include "core/language_tag.hpp"
#include "core/words.hpp"
#include "messages/built_in_names.hpp"

#include <algorithm>
#include <iterator>

namespace broadside::publish {
namespace {

struct Language {
  std::string_view two, three, bibliographic, name;
};

constexpr Language languages[] = {
#define LANGUAGE(two, three, bibliographic, name) {two, three, bibliographic, name},
#include "publish/source/languages.def"
};

// These are codes of countries, not of languages, with the language that was probably meant.
constexpr Words<std::string_view, 17> mistaken = {{{"al", "sq"},
                                                   {"by", "be"},
                                                   {"cn", "zh-Hans"},
                                                   {"cz", "cs"},
                                                   {"dk", "da"},
                                                   {"gr", "el"},
                                                   {"hk", "zh-Hant"},
                                                   {"il", "he"},
                                                   {"ir", "fa"},
                                                   {"jp", "ja"},
                                                   {"ph", "fil"},
                                                   {"pk", "ur"},
                                                   {"rs", "sr"},
                                                   {"sp", "es"},
                                                   {"ua", "uk"},
                                                   {"us", "en-US"},
                                                   {"vn", "vi"}}};

// Tags of small languages that are also the code of a country in which another language is spoken.
struct Doubt {
  std::string_view tag, other_name, other;
};
constexpr Doubt doubtful[] = {{"br", "Brazilian Portuguese", "pt-BR"},
                              {"ee", "Estonian", "et"},
                              {"kr", "Korean", "ko"},
                              {"se", "Swedish", "sv"},
                              {"tw", "Chinese as written in Taiwan", "zh-Hant"}};

template <typename Matches> const Language* find_language(Matches matches) {
  const auto* const found = std::find_if(std::begin(languages), std::end(languages), matches);
  return found == std::end(languages) ? nullptr : found;
}

const Language* of_two_letters(std::string_view tag) {
  return find_language([&](const Language& language) { return language.two == tag; });
}

// Returns the language that has a two-letter code but was named by its three-letter code or by its English name.
const Language* by_another_name(std::string_view text) {
  return find_language([&](const Language& language) {
    return language.three == text || language.bibliographic == text || lowered(language.name) == text;
  });
}

// The tag of the language that a code of two letters stood for, until ISO 639-1 changed it; empty for any other.
std::string_view instead_of_obsolete(std::string_view subtag) {
  const bool is_obsolete = subtag.size() == 2 && of_two_letters(subtag) == nullptr;
  return is_obsolete ? language::current_language(subtag) : std::string_view();
}

std::string language_subtag(const std::string& text) {
  if (const auto current = instead_of_obsolete(text); !current.empty())
    return std::string(current);
  if (const auto right = value_of(mistaken, text))
    return std::string(*right);
  const auto* const language = by_another_name(text);
  return language != nullptr ? std::string(language->two) : text;
}

std::string language_of(const std::string& tag) { return std::string(language::primary_subtag(tag)); }

// "UK" is reserved in ISO 3166, and is not a region in BCP 47.
std::string without_uk(std::string tag) {
  const auto region = language::region_of(tag);
  if (region == "UK")
    tag.replace(static_cast<std::size_t>(region.data() - tag.data()), region.size(), "GB");
  return tag;
}

// Returns the tag that was probably meant, in its canonical form.
std::string tag_meant_by(std::string tag) {
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::string letters = language::in_usual_letters(tag);
  const std::string language = language_of(letters);
  return without_uk(language_subtag(language) + letters.substr(language.size()));
}

bool is_known(const std::string& tag) {
  const std::string language = lowered(language_of(tag));
  return language.size() == 2 ? of_two_letters(language) != nullptr : language.size() == 3;
}

void warn_of_doubts(const std::string& tag, const std::string& what, const Location& location, Faults& faults) {
  const std::string language = language_of(tag);
  for (const Doubt& doubt : doubtful)
    if (doubt.tag == language)
      faults.warn(location, "unlikely-language",
                  what + "\"" + language + "\" is " + std::string(of_two_letters(language)->name) + "; " +
                      std::string(doubt.other_name) + " is " + std::string(doubt.other));
  if (language.size() == 3 && language::built_in_names().endonym(tag) == tag)
    faults.warn(location, "unnamed-language",
                what + "Broadside does not know the name of \"" + tag + "\", so readers will see the tag");
}

} // namespace

std::string check_language(const std::string& tag, const std::string& what, const Location& location, Faults& faults) {
  std::string meant = tag_meant_by(tag);
  const bool is_tag = language::well_formed(meant) && is_known(meant);
  const std::string hint = is_tag ? "; " + meant + " was probably meant" : "";
  if (!language::well_formed(tag))
    faults.add(location, "malformed",
               what + "\"" + tag + "\" is not a language tag (BCP 47), such as en or pt-BR" + hint);
  else if (!is_known(tag) && instead_of_obsolete(lowered(language_of(tag))).empty())
    faults.add(location, "unknown-language", what + "there is no language \"" + tag + "\"" + hint);
  else if (lowered(tag) != lowered(meant))
    faults.add(location, "not-canonical", what + "\"" + tag + "\" must be written " + meant);
  else
    warn_of_doubts(meant, what, location, faults);
  return meant;
}

} // namespace broadside::publish
