#include "publish/pages/index_page.hpp"

#include "core/html/element.hpp"
#include "core/language/date.hpp"
#include "core/language/direction.hpp"
#include "core/view/byline.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "pages/page.hpp"
#include "publish/feeds/feeds.hpp"
#include "publish/pages/licence.hpp"

#include <algorithm>
#include <tuple>

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template heading = R"(<h1>{name}</h1>)";

constexpr Template list = R"(<ul class="page-list">
{items}</ul>)";

constexpr Template item =
    R"(<li lang="{language}" dir="{direction}">{picture}<h2><a href="{id}/{language}/">{title}</a></h2>{dek}{byline}{date}{others}</li>
)";

// The picture adds nothing to what the headline says, so that it needs no words.
constexpr Template list_picture = R"(<img src="{src}" alt="" loading="lazy"{size}>)";

constexpr Template picture_size = R"( width="{width}" height="{height}")";

constexpr Template other_languages = R"(<ul class="page-languages">{links}</ul>)";

constexpr Template other_language =
    R"(<li><a href="{id}/{language}/" hreflang="{language}" lang="{language}" dir="{direction}">{name}</a></li>)";

using E = html::Element;
using T = html::TextAttribute;

Markup date_of(const IndexEntry& entry) {
  const auto date = language::parse_date(entry.published);
  if (!date)
    return {};
  const auto text = language::format_date(*date, language::built_in_messages(entry.language));
  return Markup::tree([&](html::Writer& writer) {
    html::element(writer, E::p, {{T::class_, "dates"}}, [&] {
      html::text_element(writer, E::time, {{T::datetime, entry.published}}, text);
    });
  });
}

Markup dek_of(const IndexEntry& entry) {
  if (entry.dek.empty())
    return {};
  return Markup::tree([&](html::Writer& writer) { html::text_element(writer, E::p, {}, entry.dek); });
}

Markup picture_of(const IndexEntry& entry) {
  if (!entry.lead)
    return {};
  const auto& [width, height] = std::tie(entry.lead->width, entry.lead->height);
  const Markup size =
      width && height
          ? Markup::fill(picture_size, {{"width", std::to_string(*width)}, {"height", std::to_string(*height)}})
          : Markup();
  return Markup::fill(list_picture, {{"src", entry.lead->src.text()}, {"size", size}});
}

Markup byline_of(const IndexEntry& entry) {
  if (entry.authors.empty())
    return {};
  return Markup::tree([&](html::Writer& writer) {
    view::byline(entry.authors, language::built_in_messages(entry.language), entry.language, writer);
  });
}

Markup others_of(const IndexEntry& entry) {
  Markup links;
  for (const std::string& language : entry.others)
    links += Markup::fill(other_language, {{"id", entry.id},
                                           {"language", language},
                                           {"direction", language::name(language::direction(language))},
                                           {"name", language::built_in_names().endonym(language)}});
  return entry.others.empty() ? Markup() : Markup::fill(other_languages, {{"links", links}});
}

Markup item_of(const IndexEntry& entry) {
  return Markup::fill(item, {{"language", entry.language},
                             {"direction", language::name(language::direction(entry.language))},
                             {"id", entry.id},
                             {"title", entry.title},
                             {"picture", picture_of(entry)},
                             {"dek", dek_of(entry)},
                             {"byline", byline_of(entry)},
                             {"date", date_of(entry)},
                             {"others", others_of(entry)}});
}

} // namespace

IndexEntry index_entry(const article::Article& article, const std::string& language) {
  const auto& shown = article.find_or_default(language);
  std::vector<std::string> others;
  for (const auto& one : article.translations)
    if (&one != &shown)
      others.push_back(one.language);
  return {article.id, shown.language, shown.title, shown.dek, article.published, shown.authors, shown.lead, others};
}

std::string index_page(std::vector<IndexEntry> entries, const Settings& settings) {
  // Dates in this form sort as text. Articles of the same day stay in the order of their ids.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const IndexEntry& one, const IndexEntry& other) { return one.published > other.published; });
  Markup items;
  for (const IndexEntry& entry : entries)
    items += item_of(entry);
  return pages::html_of({.language = settings.default_language,
                         .title = settings.publisher.name,
                         .style = Markup::style(pages::text_style()),
                         .head = links_to_site_feeds(settings),
                         .header = Markup::fill(heading, {{"name", settings.publisher.name}}),
                         .main = Markup::fill(list, {{"items", items}}),
                         .footer = licence(settings.license)});
}

} // namespace broadside::publish
