#include "core/view/language_switch.hpp"

#include "core/html/element.hpp"
#include "core/language/direction.hpp"
#include "core/language/endonym.hpp"
#include "core/language/name_order.hpp"
#include "core/view/interface_language.hpp"

#include <algorithm>

namespace broadside::view {
namespace {

using article::Article;
using article::Translation;
using html::element;
using html::text_element;
using html::Writer;
using language::direction;
using language::endonym;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

using Translations = std::vector<const Translation*>;

bool precedes(const Translation* one, const Translation* other) {
  return language::precedes(endonym(one->language), endonym(other->language));
}

// Those that a link can lead to, by name.
Translations with_address(const Article& article) {
  Translations found;
  for (const Translation& translation : article.translations)
    if (translation.url)
      found.insert(std::upper_bound(found.begin(), found.end(), &translation, precedes), &translation);
  return found;
}

void link(const Translation& translation, std::string_view text, bool is_current, Writer& writer) {
  text_element(writer, E::a,
               {{U::href, translation.url},
                {T::hreflang, translation.language},
                {T::lang, translation.language},
                {T::dir, name(direction(translation.language))},
                {T::aria_current, is_current ? std::optional("true") : std::nullopt}},
               text);
}

void list(const Translations& translations, const Translation& shown, Writer& writer) {
  element(writer, E::ul, {}, [&] {
    for (const Translation* one : translations)
      element(writer, E::li, {}, [&] { link(*one, endonym(one->language), one == &shown, writer); });
  });
}

void menu(const Translations& translations, const Translation& shown, const language::Messages& messages,
          Writer& writer) {
  const InterfaceLanguage interface(messages, shown.language);
  element(writer, E::nav,
          {{T::class_, "languages"},
           {T::lang, interface.language()},
           {T::dir, interface.direction()},
           {T::aria_label, messages[language::Message::languages]}},
          [&] {
            element(writer, E::details, {}, [&] {
              text_element(writer, E::summary, {{T::lang, shown.language}, {T::dir, name(direction(shown.language))}},
                           endonym(shown.language));
              list(translations, shown, writer);
            });
          });
}

} // namespace

void link_to(const Translation& translation, Writer& writer) {
  const auto label = language::switch_label(translation.language);
  link(translation, label == translation.language ? endonym(label) : label, false, writer);
}

void language_switch(const Article& article, const Translation& shown, const language::Messages& messages,
                     Writer& writer) {
  const Translations translations = with_address(article);
  const auto others = translations.size() - (shown.url ? 1U : 0U);
  if (others == 1) {
    const auto* const other = translations.front() == &shown ? translations.back() : translations.front();
    element(writer, E::p, {{T::class_, "switch"}}, [&] { link_to(*other, writer); });
  } else if (others > 1) {
    menu(translations, shown, messages, writer);
  }
}

} // namespace broadside::view
