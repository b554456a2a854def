#include "publish/pages/index_page.hpp"

#include "core/html/element.hpp"
#include "core/language/date.hpp"
#include "core/language/direction.hpp"
#include "core/view/byline.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "pages/page.hpp"
#include "publish/feeds/feeds.hpp"
#include "publish/manifest/outline_bytes.hpp"
#include "publish/pages/licence.hpp"
#include "publish/signing/sha256.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template heading = R"(<h1>{name}</h1>)";

constexpr Template linked_heading = R"(<h1><a href="{root}">{name}</a></h1>)";

constexpr Template list = R"(<ul class="page-list">
{items}</ul>)";

constexpr Template item =
    R"(<li lang="{language}" dir="{direction}">{picture}<h2><a href="{root}{id}/{language}/">{title}</a></h2>{dek}{byline}{date}{others}</li>
)";

// The picture adds nothing to what the headline says, so that it needs no words.
constexpr Template list_picture = R"(<img src="{src}" alt="" loading="lazy"{size}>)";

constexpr Template picture_size = R"( width="{width}" height="{height}")";

constexpr Template other_languages = R"(<ul class="page-languages">{links}</ul>)";

constexpr Template other_language =
    R"(<li><a href="{root}{id}/{language}/" hreflang="{language}" lang="{language}" dir="{direction}">{name}</a></li>)";

using E = html::Element;
using T = html::TextAttribute;

constexpr Template newer_link = R"(<a href="{url}" rel="prev">‹ {label}</a>)";

constexpr Template this_page = R"(<span aria-current="page">{label}</span>)";

constexpr Template older_link = R"(<a href="{url}" rel="next">{label} ›</a>)";

constexpr Template page_numbers = R"(
<nav class="page-numbers">{newer}{this}{older}</nav>)";

/// An article in a list, and the text of it that the list shows.
struct IndexEntry {
  const ArticleOutline& article;
  const TextOutline& shown;
};

/// One page of a list.
struct IndexPage {
  /// The number of a page of earlier articles, or 0 for the first page.
  std::size_t number;
  /// The number of the last page of earlier articles, or 0 if there are none.
  std::size_t last;
  /// The dates of the latest articles of the page with older ones and of that with newer ones, as front matter has
  /// them; empty if there is no such page, or no date.
  std::string older_date, newer_date;
  std::vector<IndexEntry> entries;

  /// The number of the page with the next older articles, or 0 if there are none.
  std::size_t older() const { return number == 0 ? last : number - 1; }
  /// The way from the page to the site's root.
  std::string root() const { return number == 0 ? "" : "../../"; }
};

Markup date_of(const IndexEntry& entry) {
  const auto date = language::parse_date(entry.article.published);
  if (!date)
    return {};
  const auto text = language::format_date(*date, language::built_in_messages(entry.shown.language));
  return Markup::tree([&](html::Writer& writer) {
    html::element(writer, E::p, {{T::class_, "dates"}}, [&] {
      html::text_element(writer, E::time, {{T::datetime, entry.article.published}}, text);
    });
  });
}

Markup dek_of(const TextOutline& text) {
  if (text.dek.empty())
    return {};
  return Markup::tree([&](html::Writer& writer) { html::text_element(writer, E::p, {}, text.dek); });
}

Markup picture_of(const TextOutline& text) {
  if (!text.lead)
    return {};
  const auto& [src, width, height] = *text.lead;
  const Markup size =
      width && height
          ? Markup::fill(picture_size, {{"width", std::to_string(*width)}, {"height", std::to_string(*height)}})
          : Markup();
  return Markup::fill(list_picture, {{"src", src}, {"size", size}});
}

Markup byline_of(const TextOutline& text) {
  if (text.authors.empty())
    return {};
  return Markup::tree([&](html::Writer& writer) {
    view::byline(text.authors, language::built_in_messages(text.language), text.language, writer);
  });
}

Markup others_of(const IndexEntry& entry, const std::string& root) {
  Markup links;
  for (const TextOutline& text : entry.article.texts)
    if (&text != &entry.shown)
      links += Markup::fill(other_language, {{"root", root},
                                             {"id", entry.article.id},
                                             {"language", text.language},
                                             {"direction", language::name(language::direction(text.language))},
                                             {"name", language::built_in_names().endonym(text.language)}});
  return entry.article.texts.size() == 1 ? Markup() : Markup::fill(other_languages, {{"links", links}});
}

Markup item_of(const IndexEntry& entry, const std::string& root) {
  return Markup::fill(item, {{"language", entry.shown.language},
                             {"direction", language::name(language::direction(entry.shown.language))},
                             {"root", root},
                             {"id", entry.article.id},
                             {"title", entry.shown.title},
                             {"picture", picture_of(entry.shown)},
                             {"dek", dek_of(entry.shown)},
                             {"byline", byline_of(entry.shown)},
                             {"date", date_of(entry)},
                             {"others", others_of(entry, root)}});
}

// A link to a page is named by the date with which the page begins, which needs no words in the languages of all
// publishers, and by the page's number if its articles have no dates.
std::string label_of(std::size_t number, const std::string& published, const Settings& settings) {
  const auto date = language::parse_date(published);
  return date ? language::format_date(*date, language::built_in_messages(settings.default_language))
              : std::to_string(number);
}

std::string own_label_of(const IndexPage& page, const Settings& settings) {
  return label_of(page.number, page.entries.front().article.published, settings);
}

Markup numbers_of(const IndexPage& page, const Settings& settings) {
  if (page.last == 0)
    return {};
  const auto link = [&](const Template& form, const std::string& url, const std::string& label) {
    return Markup::fill(form, {{"url", url}, {"label", label}});
  };
  const std::string to_pages = page.number == 0 ? "page/" : "../";
  Markup newer;
  if (page.number == page.last)
    newer = link(newer_link, page.root(), settings.publisher.name);
  else if (page.number != 0)
    newer = link(newer_link, to_pages + std::to_string(page.number + 1) + "/",
                 label_of(page.number + 1, page.newer_date, settings));
  const std::string older = label_of(page.older(), page.older_date, settings);
  return Markup::fill(
      page_numbers,
      {{"newer", newer},
       {"this", page.number == 0 ? Markup() : Markup::fill(this_page, {{"label", own_label_of(page, settings)}})},
       {"older",
        page.older() == 0 ? Markup() : link(older_link, to_pages + std::to_string(page.older()) + "/", older)}});
}

std::string html_of(const IndexPage& page, const Settings& settings) {
  const std::string& name = settings.publisher.name;
  Markup items;
  for (const IndexEntry& entry : page.entries)
    items += item_of(entry, page.root());
  return pages::html_of({.language = settings.default_language,
                         .title = page.number == 0 ? name : name + " – " + own_label_of(page, settings),
                         .style = Markup::style(pages::text_style()),
                         .head = links_to_site_feeds(settings),
                         .header = page.number == 0
                                       ? Markup::fill(heading, {{"name", name}})
                                       : Markup::fill(linked_heading, {{"name", name}, {"root", page.root()}}),
                         .main = Markup::fill(list, {{"items", items}}) += numbers_of(page, settings),
                         .footer = licence(settings.license)});
}

// Everything that the page shows besides the settings.
std::string key_of(const IndexPage& page) {
  BytesWriter shown;
  shown.number(page.number);
  shown.number(page.number == 0 ? page.last : page.number == page.last ? 1 : 0);
  shown.text(page.older_date);
  shown.text(page.newer_date);
  for (const IndexEntry& entry : page.entries)
    write_outline(entry.article, shown);
  return sha256(shown.bytes());
}

void write_page(const IndexPage& page, const Settings& settings, Output& output) {
  const std::string folder =
      page.number == 0 ? "" : std::string(pages_folder) + "/" + std::to_string(page.number) + "/";
  const std::string key = key_of(page);
  if (!output.keep(folder + "index.html", key))
    output.write(folder + "index.html", html_of(page, settings), {}, key);
}

} // namespace

void write_index_pages(std::vector<const ArticleOutline*> articles, const Settings& settings, Output& output) {
  // Dates in this form sort as text. Articles of the same day stay in the order of their ids.
  std::stable_sort(articles.begin(), articles.end(),
                   [](const auto* one, const auto* other) { return one->published > other->published; });
  const std::size_t last = std::max(articles.size() / articles_on_page, std::size_t{1}) - 1;
  const auto published = [&](std::size_t i) { return i < articles.size() ? articles[i]->published : std::string(); };
  const auto page_of = [&](std::size_t number, std::size_t begin, std::size_t end) {
    const bool is_newest = begin < articles_on_page || number == last;
    IndexPage page{number, last, published(end), is_newest ? "" : published(begin - articles_on_page), {}};
    for (std::size_t i = begin; i < end; ++i)
      page.entries.push_back({*articles[i], articles[i]->find_or_default(settings.default_language)});
    return page;
  };
  for (std::size_t number = 1; number <= last; ++number) {
    const std::size_t end = articles.size() - (number - 1) * articles_on_page;
    write_page(page_of(number, end - articles_on_page, end), settings, output);
  }
  write_page(page_of(0, 0, articles.size() - last * articles_on_page), settings, output);
}

} // namespace broadside::publish
