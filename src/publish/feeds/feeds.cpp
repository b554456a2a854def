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

/// Makes the items of feeds. A text that is in two feeds is made into an item once.
class Items {
public:
  Items(const Settings& settings, const ArticleReader& read) : settings_(settings), read_(read) {}

  FeedItems of(const Latest& latest) {
    FeedItems items;
    for (const FeedText& text : latest) {
      auto& item = made_[{text.id, text.language}];
      if (!item)
        item = make(text);
      if (item)
        items.push_back(item);
    }
    return items;
  }

private:
  std::shared_ptr<const FeedItem> make(const FeedText& text) {
    auto& article = articles_[text.id];
    if (!article)
      article = read_(text.id);
    const article::Translation* const translation = article ? article->find(text.language) : nullptr;
    return translation == nullptr ? nullptr
                                  : std::make_shared<const FeedItem>(feed_item(*article, *translation, settings_));
  }

  const Settings& settings_;
  const ArticleReader& read_;
  std::map<std::string, std::shared_ptr<const article::Article>> articles_;
  std::map<std::pair<std::string, std::string>, std::shared_ptr<const FeedItem>> made_;
};

// A feed is the same as long as it has the same texts and none of them has been made again.
std::string key_of(const Latest& latest) {
  std::string key;
  for (const FeedText& text : latest)
    key.append(text.id).append(" ").append(text.language).append(" ").append(std::to_string(text.build)).append("\n");
  return key;
}

void write_set(const Settings& settings, const std::string& language, const Latest& latest, Items& items,
               Output& output) {
  const std::string key = key_of(latest);
  for (const FormOfFeed& form : forms) {
    const std::string name = name_of(form, language);
    if (output.keep(name, key))
      continue;
    const Feed feed{.title = title_of(settings, language),
                    .language = language.empty() ? settings.default_language : language,
                    .id = tag_uri(settings, language),
                    .url = address_of(settings, form, language),
                    .items = items.of(latest)};
    output.write(name, form.write(feed, settings), {}, key);
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
void Feeds::add(const ArticleOutline& article, std::uint64_t build) {
  const auto published = time_of(article.published);
  const auto add_to = [&](Latest& latest, const TextOutline& text) {
    if (latest.takes(published))
      latest.add({published, article.id, text.language, build});
  };
  for (const TextOutline& text : article.texts)
    add_to(by_language_[text.language], text);
  add_to(site_, article.find_or_default(settings_.default_language));
}

void Feeds::write(const ArticleReader& read, Output& output) const {
  Items items(settings_, read);
  write_set(settings_, "", site_, items, output);
  for (const auto& [language, latest] : by_language_)
    write_set(settings_, language, latest, items, output);
}

Markup links_to_site_feeds(const Settings& settings) { return links_to_set(settings, ""); }

Markup links_to_feeds(const Settings& settings, const std::string& language) {
  return links_to_set(settings, language) += links_to_set(settings, "");
}

} // namespace broadside::publish
