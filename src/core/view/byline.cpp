#include "core/view/byline.hpp"

#include "core/html/element.hpp"
#include "core/view/interface_language.hpp"
#include "core/view/pattern.hpp"

namespace broadside::view {

void byline(const std::vector<std::string>& authors, const language::Messages& messages, std::string_view around,
            html::Writer& writer) {
  using E = html::Element;
  using T = html::TextAttribute;
  const InterfaceLanguage words(messages, around);
  html::element(writer, E::p, {{T::class_, "byline"}, {T::lang, words.language()}, {T::dir, words.direction()}}, [&] {
    pattern(writer, messages[language::Message::byline], "authors", [&] {
      for (std::size_t i = 0; i < authors.size(); ++i) {
        writer.text(language::list_separator(i, authors.size(), messages.formats()));
        html::text_element(writer, E::bdi, {{T::class_, "author"}}, authors[i]);
      }
    });
  });
}

} // namespace broadside::view
