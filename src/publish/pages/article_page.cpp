#include "publish/pages/article_page.hpp"

#include "core/html/element.hpp"
#include "core/view/form.hpp"
#include "core/view/interface_language.hpp"
#include "messages/built_in_messages.hpp"
#include "pages/page.hpp"
#include "pages/reply_form.hpp"
#include "publish/feeds/feeds.hpp"
#include "publish/pages/licence.hpp"
#include "publish/pages/locale.hpp"
#include "publish/pages/structured_data.hpp"
#include "publish/pages/widget.hpp"
#include "publish/pictures/preview_picture.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/description.hpp"

namespace broadside::publish {
namespace {

using article::Article;
using article::Translation;
using language::Message;
using language::Messages;
using pages::Markup;
using pages::Template;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

constexpr Template description_line = R"(<meta name="description" content="{description}">
)";

constexpr Template canonical_line = R"(<link rel="canonical" href="{url}">
)";

constexpr Template alternate_line = R"(<link rel="alternate" hreflang="{language}" href="{url}">
)";

constexpr Template oembed_line = R"(<link rel="alternate" type="application/json+oembed" href="{url}">
)";

// Search engines may show the lead picture large.
constexpr Template robots_line = R"(<meta name="robots" content="max-image-preview:large">
)";

// Open Graph properties say what a shared link to the page looks like.
constexpr Template property_line = R"(<meta property="{name}" content="{content}">
)";

constexpr Template language_attribute = R"( lang="{language}")";

// The replies wait for the style sheet; the article above them is painted without it.
constexpr Template replies_lines = R"({style}{link}
{form})";

Markup alternates(const Article& article) {
  Markup lines;
  for (const Translation& translation : article.translations)
    lines += Markup::fill(alternate_line, {{"language", translation.language}, {"url", *translation.url}});
  return lines += Markup::fill(alternate_line, {{"language", "x-default"}, {"url", *article.canonical}});
}

Markup property(std::string_view name, std::string_view content) {
  return Markup::fill(property_line, {{"name", name}, {"content", content}});
}

Markup locales(const Article& article, const Translation& translation) {
  Markup lines = property("og:locale", locale(translation.language));
  for (const Translation& other : article.translations)
    if (other.language != translation.language)
      lines += property("og:locale:alternate", locale(other.language));
  return lines;
}

Markup image_properties(const article::Picture& picture) {
  Markup lines = property("og:image", picture.src.text());
  if (picture.width && picture.height) {
    lines += property("og:image:width", std::to_string(*picture.width));
    lines += property("og:image:height", std::to_string(*picture.height));
  }
  if (picture.alt && !picture.alt->empty())
    lines += property("og:image:alt", *picture.alt);
  return lines;
}

Markup date_properties(const Article& article, const Translation& translation) {
  Markup lines;
  if (!article.published.empty())
    lines += property("article:published_time", article.published);
  if (!translation.modified.empty() && translation.modified != article.published)
    lines += property("article:modified_time", translation.modified);
  return lines;
}

Markup properties(const Article& article, const Translation& translation, const std::string& description) {
  Markup lines = property("og:type", "article");
  lines += property("og:url", translation.url->text());
  lines += property("og:site_name", article.publisher.name);
  lines += property("og:title", translation.title);
  if (!description.empty())
    lines += property("og:description", description);
  lines += locales(article, translation);
  if (translation.lead && is_shown_in_previews(translation.lead->src))
    lines += image_properties(*translation.lead);
  return lines += date_properties(article, translation);
}

Markup head(const Article& article, const Translation& translation, const std::string& description,
            const Settings& settings) {
  Markup lines;
  if (!description.empty())
    lines += Markup::fill(description_line, {{"description", description}});
  lines += Markup::fill(robots_line, {});
  lines += Markup::fill(canonical_line, {{"url", *translation.url}});
  lines += alternates(article);
  lines += properties(article, translation, description);
  lines += Markup::fill(oembed_line, {{"url", oembed_address(settings, article.id, translation.language)}});
  lines += links_to_feeds(settings, translation.language);
  lines += structured_data(article, translation, description);
  return lines += loader_script(settings);
}

Markup form_to(const html::Url& address, const Messages& messages) {
  const auto fields = [&](html::Writer& writer) { view::fields({}, messages, writer); };
  return pages::reply_form(address.text(), messages, Markup::tree(fields));
}

Markup replies_part(const article::Replies& replies, const Translation& translation, const Messages& messages) {
  const html::Url address = replies_page_address(replies.endpoint, translation.language);
  const auto link = [&](html::Writer& writer) {
    const view::InterfaceLanguage words(messages, translation.language);
    html::element(writer, E::p, {{T::class_, "replies"}, {T::lang, words.language()}, {T::dir, words.direction()}},
                  [&] {
                    html::text_element(writer, E::a, {{U::href, address}}, messages[Message::replies_read]);
                  });
    if (!replies.open)
      html::text_element(writer, E::p,
                         {{T::class_, "status"}, {T::lang, words.language()}, {T::dir, words.direction()}},
                         messages[Message::replies_closed]);
  };
  return Markup::fill(replies_lines, {{"style", pages::style_sheet_link("../../broadside.css")},
                                      {"link", Markup::tree(link)},
                                      {"form", replies.open ? form_to(address, messages) : Markup()}});
}

Markup main_part(const Article& article, const Translation& translation, const Settings& settings) {
  const Messages& messages = language::built_in_messages(translation.language);
  return widget(article, translation, settings, Markup::fill(language_attribute, {{"language", translation.language}}),
                article.replies ? replies_part(*article.replies, translation, messages) : Markup());
}

} // namespace

std::string article_page(const Article& article, const Translation& translation, const Settings& settings) {
  const Markup main = main_part(article, translation, settings);
  return pages::html_of({.language = translation.language,
                         .title = translation.title,
                         .style = styles_for(main),
                         .head = head(article, translation, description_of(article, translation), settings),
                         .header = home_link(article.publisher),
                         .main = main,
                         .footer = licence(article.license)});
}

} // namespace broadside::publish
