#include "core/view/lead.hpp"

#include "core/html/element.hpp"
#include "core/language/direction.hpp"

namespace broadside::view {
namespace {

using article::Article;
using article::Picture;
using html::element;
using html::text_element;
using html::Writer;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

// A text, and its language if that is not the translation's.
struct Words {
  std::string_view text;
  std::optional<std::string_view> language = std::nullopt;

  std::optional<std::string_view> direction() const {
    return language ? std::optional(name(language::direction(*language))) : std::nullopt;
  }
};

// Returns the default language's data of the picture, if it is the same picture. The words for another picture would be
// wrong.
const Picture* usual(const Article& article, const Picture& picture) {
  const auto* const translation = article.find(article.default_language);
  const bool is_same = translation != nullptr && translation->lead && &*translation->lead != &picture &&
                       translation->lead->src.text() == picture.src.text();
  return is_same ? &*translation->lead : nullptr;
}

Words alt_of(const Article& article, const Picture& picture) {
  if (picture.alt)
    return {*picture.alt};
  const auto* const other = usual(article, picture);
  return other != nullptr && other->alt ? Words{*other->alt, article.default_language} : Words{};
}

Words caption_of(const Article& article, const Picture& picture) {
  const auto* const other = picture.caption.empty() ? usual(article, picture) : nullptr;
  return other != nullptr && !other->caption.empty() ? Words{other->caption, article.default_language}
                                                     : Words{picture.caption};
}

void figcaption(const Words& caption, std::string_view credit, Writer& writer) {
  element(writer, E::figcaption, {}, [&] {
    if (!caption.text.empty())
      text_element(writer, E::span,
                   {{T::class_, "caption"}, {T::lang, caption.language}, {T::dir, caption.direction()}}, caption.text);
    if (!caption.text.empty() && !credit.empty())
      writer.text(" ");
    if (!credit.empty())
      text_element(writer, E::span, {{T::class_, "credit"}}, credit);
  });
}

std::optional<std::string> digits(std::optional<int> number) {
  return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

} // namespace

void lead(const Article& article, const article::Translation& translation, Writer& writer) {
  const Picture& picture = *translation.lead;
  const Words alt = alt_of(article, picture);
  const Words caption = caption_of(article, picture);
  element(writer, E::figure, {{T::class_, "lead"}}, [&] {
    const auto width = digits(picture.width);
    const auto height = digits(picture.height);
    element(writer, E::img,
            {{U::src, picture.src},
             {T::alt, alt.text},
             {T::lang, alt.language},
             {T::dir, alt.direction()},
             {T::width, width},
             {T::height, height}});
    if (!caption.text.empty() || !picture.credit.empty())
      figcaption(caption, picture.credit, writer);
  });
}

} // namespace broadside::view
