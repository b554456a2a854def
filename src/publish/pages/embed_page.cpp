#include "publish/pages/embed_page.hpp"

#include "core/html/element.hpp"
#include "core/view/interface_language.hpp"
#include "messages/built_in_messages.hpp"
#include "pages/page.hpp"
#include "publish/pages/licence.hpp"
#include "publish/pages/widget.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

using article::Translation;
using pages::Markup;
using pages::Template;
using E = html::Element;
using T = html::TextAttribute;
using U = html::UrlAttribute;

// Search engines find the article at its own page.
constexpr Template frame_head = R"(<meta name="robots" content="noindex">
<link rel="canonical" href="{url}">
{loader}<script defer src="../../{script}"></script>
)";

// The frame's script lets the element show the replies if the sandbox allows that.
constexpr Template attributes = R"( replies="link")";

Markup link_to_replies(const Translation& translation) {
  const language::Messages& messages = language::built_in_messages(translation.language);
  const view::InterfaceLanguage words(messages, translation.language);
  return Markup::tree([&](html::Writer& writer) {
    html::element(writer, E::p, {{T::class_, "replies"}, {T::lang, words.language()}, {T::dir, words.direction()}},
                  [&] {
                    html::text_element(writer, E::a, {{U::href, *translation.url}},
                                       messages[language::Message::replies_elsewhere]);
                  });
  });
}

} // namespace

std::string embed_page(const article::Article& article, const Translation& translation, const Settings& settings) {
  const Markup main = widget(article, translation, settings, Markup::fill(attributes, {}),
                             article.replies ? link_to_replies(translation) : Markup());
  return pages::html_of(
      {.language = translation.language,
       .title = translation.title,
       .style = styles_for(main),
       .head = Markup::fill(
           frame_head, {{"url", *translation.url}, {"loader", loader_script(settings)}, {"script", frame_script_name}}),
       .header = home_link(article.publisher),
       .main = main,
       .footer = licence(article.license)});
}

} // namespace broadside::publish
