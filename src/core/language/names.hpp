#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::language {

/// The names of languages, in which an article with several says where else it can be read. Native programs have them
/// built in (messages/built_in_names.hpp); a browser fetches them as a file when it needs them. Without them, the name
/// of each language is its tag.
class Names {
public:
  Names() = default;
  /// Takes the three tables as one text, which must outlive this: endonyms, qualifiers and labels, each a table for
  /// find_in. None of them has an empty line, so that one stands between two tables.
  explicit Names(std::string_view tables);

  /// Returns the name of a language in that language, as it stands in a menu: "Deutsch" for `de` and `de-CH`, "srpski
  /// (latinica)" for `sr-Latn`. Returns the tag itself if CLDR has no name.
  std::string_view endonym(std::string_view tag) const;

  /// Returns, for each of `tags` in their order, a text that distinguishes languages with the same endonym. It is empty
  /// if no other language has its endonym. Otherwise it is script and region, as far as the tag states them ("Brasil"
  /// for `pt-BR` beside `pt`, empty for `pt`), or the tag if two would still read alike.
  std::vector<std::string> qualifiers(const std::vector<std::string_view>& tags) const;

  /// Returns the label of the language switch, in the language to which it leads: "Leer en español" for `es` and
  /// `es-419`. Returns the language's endonym if Broadside has no words in it.
  std::string_view switch_label(std::string_view tag) const;

private:
  std::string_view script_qualifier(std::string_view tag) const;
  std::string_view region_qualifier(std::string_view tag) const;

  std::string_view endonyms_, qualifiers_, labels_;
};

/// Returns a text in the language `tag`, with the result of `qualifiers` in brackets, as CLDR sets them there:
/// "Português (Brasil)", "繁體中文（香港）". Returns the text alone if the qualifier is empty.
std::string qualified(std::string_view text, std::string_view qualifier, std::string_view tag);

} // namespace broadside::language
