#include "publish/feeds/feeds.hpp"

#include "messages/built_in_names.hpp"
#include "publish/feeds/feed.hpp"
#include "publish/source/dates.hpp"

namespace broadside::publish {
namespace {

using pages::Markup;
using pages::Template;

constexpr Template feed_link = R"(<link rel="alternate" type="{type}" title="{title}" href="{url}">
)";

struct FormOfFeed {
  std::string_view name, ending, type;
  std::string (*write)(const Feed&, const Settings&);
};

constexpr FormOfFeed forms[] = {
    {"feed", ".xml", "application/rss+xml", rss},
    {"atom", ".xml", "application/atom+xml", atom},
    {"feed", ".json", "application/feed+json", json_feed},
};

// The names have a dot, which no article's folder has. The language is empty for the feed of the whole site.
std::string name_of(const FormOfFeed& form, const std::string& language) {
  std::string name(form.name);
  if (!language.empty())
    name.append(".").append(language);
  return name.append(form.ending);
}

html::Url address_of(const Settings& settings, const FormOfFeed& form, const std::string& language) {
  return *html::Url::check(name_of(form, language), &settings.url);
}

std::string title_of(const Settings& settings, const std::string& language) {
  return language.empty() ? settings.publisher.name
                          : settings.publisher.name + " – " + std::string(language::built_in_names().endonym(language));
}

void add_set(const Settings& settings, const std::string& language, const FeedItems& items,
             std::vector<SiteFile>& files) {
  for (const FormOfFeed& form : forms) {
    const Feed feed{.title = title_of(settings, language),
                    .language = language.empty() ? settings.default_language : language,
                    .id = tag_uri(settings, language),
                    .url = address_of(settings, form, language),
                    .items = items};
    files.push_back({name_of(form, language), form.write(feed, settings)});
  }
}

Markup links_to_set(const Settings& settings, const std::string& language) {
  Markup links;
  for (const FormOfFeed& form : forms)
    links += Markup::fill(
        feed_link,
        {{"type", form.type}, {"title", title_of(settings, language)}, {"url", address_of(settings, form, language)}});
  return links;
}

} // namespace

// Pages name the feeds of their languages, so that there is one of each, even if it is empty.
void Feeds::add(const article::Article& article) {
  const auto published = published_at(article);
  const auto& preferred = article.find_or_default(settings_.default_language);
  std::shared_ptr<const article::Article> kept;
  const auto add_to = [&](Latest& latest, const article::Translation& translation) {
    if (!latest.takes(published))
      return;
    if (!kept)
      kept = std::make_shared<const article::Article>(article);
    latest.add({published, kept, kept->find(translation.language)});
  };
  for (const article::Translation& translation : article.translations)
    add_to(by_language_[translation.language], translation);
  add_to(site_, preferred);
}

// A text that is in two feeds is made into an item once.
std::vector<SiteFile> Feeds::files() const {
  std::map<const article::Translation*, std::shared_ptr<const FeedItem>> made;
  const auto items_of = [&](const Latest& latest) {
    FeedItems items;
    for (const FeedText& text : latest) {
      auto& item = made[text.translation];
      if (!item)
        item = std::make_shared<const FeedItem>(feed_item(*text.article, *text.translation, settings_));
      items.push_back(item);
    }
    return items;
  };
  std::vector<SiteFile> files;
  add_set(settings_, "", items_of(site_), files);
  for (const auto& [language, latest] : by_language_)
    add_set(settings_, language, items_of(latest), files);
  return files;
}

Markup links_to_site_feeds(const Settings& settings) { return links_to_set(settings, ""); }

Markup links_to_feeds(const Settings& settings, const std::string& language) {
  return links_to_set(settings, language) += links_to_set(settings, "");
}

} // namespace broadside::publish
