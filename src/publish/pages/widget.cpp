#include "publish/pages/widget.hpp"

#include "core/view/article.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "publish/source/addresses.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template element = R"(<broadside-article src="../article.json"{attributes}>
<div class="broadside">
{article}
{below}</div>
</broadside-article>)";

constexpr Template loader_line = R"(<script async src="{src}" integrity="{integrity}" crossorigin="anonymous"></script>
)";

constexpr Template link = R"(<a href="{url}">{name}</a>)";

} // namespace

Markup widget(const article::Article& article, const article::Translation& translation, const Settings& settings,
              const Markup& attributes, const Markup& below) {
  const language::Messages& messages = language::built_in_messages(translation.language);
  const html::Url base = article_json_address(settings, article.id);
  const auto tree = [&](html::Writer& writer) {
    view::article(article, translation, messages, language::built_in_names(), &base, writer);
  };
  return Markup::fill(element, {{"attributes", attributes}, {"article", Markup::tree(tree)}, {"below", below}});
}

Markup loader_script(const Settings& settings) {
  if (!settings.loader)
    return {};
  return Markup::fill(loader_line, {{"src", settings.loader->src}, {"integrity", settings.loader->integrity}});
}

// The style of what stands apart from running text is left out if the markup has none of it; a text that only spells
// such a mark brings the style in vain.
Markup styles_for(const Markup& main) {
  constexpr std::string_view marks[] = {"<aside",         "<code",
                                        "<details",       "<figure",
                                        "<img",           "<kbd",
                                        "<nav",           "<pre",
                                        "<samp",          "<table",
                                        "class=\"embed",  "class=\"footnote",
                                        "class=\"switch", "class=\"translation"};
  const auto is_in_page = [&](std::string_view mark) { return main.html().find(mark) != std::string::npos; };
  Markup styles = Markup::style(pages::text_style());
  if (std::any_of(std::begin(marks), std::end(marks), is_in_page))
    styles += Markup::style(pages::apart_style());
  return styles;
}

Markup home_link(const article::Publisher& publisher) {
  return Markup::fill(link, {{"url", *publisher.url}, {"name", publisher.name}});
}

} // namespace broadside::publish
