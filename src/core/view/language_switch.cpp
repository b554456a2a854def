#include "core/view/language_switch.hpp"

#include "core/html/element.hpp"
#include "core/language/direction.hpp"
#include "core/language/name_order.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/landmark.hpp"

#include <algorithm>
#include <utility>

namespace broadside::view {
namespace {

using article::Article;
using article::Translation;
using html::element;
using html::text_element;
using html::Writer;
using language::direction;
using language::Names;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

// One of the languages from which a reader chooses, and the text that distinguishes it from another of the same name.
struct Choice {
  const Translation* translation;
  std::string qualifier;
  std::string name;
};

using Choices = std::vector<Choice>;

bool comes_before(const Choice& one, const Choice& other) { return language::precedes(one.name, other.name); }

// Returns the translations to which a link can lead, and the one that is shown, by name.
Choices choices_of(const Article& article, const Translation& shown, const Names& names) {
  std::vector<const Translation*> translations;
  std::vector<std::string_view> tags;
  for (const Translation& translation : article.translations) {
    if (!translation.url && &translation != &shown)
      continue;
    translations.push_back(&translation);
    tags.emplace_back(translation.language);
  }
  auto qualifiers = names.qualifiers(tags);
  Choices choices;
  for (std::size_t i = 0; i < translations.size(); ++i) {
    auto name = language::qualified(names.endonym(tags[i]), qualifiers[i], tags[i]);
    Choice choice{translations[i], std::move(qualifiers[i]), std::move(name)};
    const auto place = std::upper_bound(choices.begin(), choices.end(), choice, comes_before);
    choices.insert(place, std::move(choice));
  }
  return choices;
}

void link(const Translation& translation, std::string_view text, bool is_current, Writer& writer) {
  text_element(writer, E::a,
               {{U::href, translation.url},
                {T::hreflang, translation.language},
                {T::lang, translation.language},
                {T::dir, name(direction(translation.language))},
                {T::aria_current, is_current ? std::optional<std::string_view>("true") : std::nullopt}},
               text);
}

void list(const Choices& choices, const Translation& shown, Writer& writer) {
  element(writer, E::ul, {}, [&] {
    for (const Choice& one : choices)
      if (one.translation->url)
        element(writer, E::li, {}, [&] { link(*one.translation, one.name, one.translation == &shown, writer); });
  });
}

void menu(const Choices& choices, const Translation& shown, const language::Messages& messages, Writer& writer) {
  const InterfaceLanguage interface(messages, shown.language);
  const auto current =
      std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.translation == &shown; });
  const auto label = landmark_name(messages[language::Message::languages], shown.title);
  element(writer, E::nav,
          {{T::class_, "languages"},
           {T::lang, interface.language()},
           {T::dir, interface.direction()},
           {T::aria_label, label}},
          [&] {
            element(writer, E::details, {}, [&] {
              text_element(writer, E::summary, {{T::lang, shown.language}, {T::dir, name(direction(shown.language))}},
                           current->name);
              list(choices, shown, writer);
            });
          });
}

void link_to(const Choice& choice, const Names& names, Writer& writer) {
  const std::string& tag = choice.translation->language;
  link(*choice.translation, language::qualified(names.switch_label(tag), choice.qualifier, tag), false, writer);
}

} // namespace

void link_to(const Article& article, const Translation& shown, const Translation& other, const Names& names,
             Writer& writer) {
  for (const Choice& choice : choices_of(article, shown, names))
    if (choice.translation == &other)
      link_to(choice, names, writer);
}

void language_switch(const Article& article, const Translation& shown, const language::Messages& messages,
                     const Names& names, Writer& writer) {
  const Choices choices = choices_of(article, shown, names);
  if (choices.size() == 2)
    element(writer, E::p, {{T::class_, "switch"}},
            [&] { link_to(choices[choices.front().translation == &shown ? 1 : 0], names, writer); });
  else if (choices.size() > 2)
    menu(choices, shown, messages, writer);
}

} // namespace broadside::view
