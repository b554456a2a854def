#include "publish/feeds/item.hpp"

#include "publish/feeds/item_html.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/dates.hpp"
#include "publish/source/description.hpp"

namespace broadside::publish {
namespace {

// RFC 4151 wants a day on which the host was the publisher's. It is the same for every site and every article, since an
// id must not change when a publisher corrects a date.
constexpr std::string_view minted = "2026";

} // namespace

std::string tag_uri(const Settings& settings, const std::string& name) {
  return "tag:" + site_host(settings) + "," + std::string(minted) + ":" + name;
}

FeedItem feed_item(const article::Article& article, const article::Translation& translation, const Settings& settings) {
  const std::vector<std::string> publisher = {article.publisher.name};
  return {.id = tag_uri(settings, article.id + "/" + translation.language),
          .language = translation.language,
          .title = translation.title,
          .summary = description_of(article, translation),
          .authors = translation.authors.empty() ? publisher : translation.authors,
          .url = translation.url->text(),
          .picture = translation.lead ? translation.lead->src.text() : std::string(),
          .published = published_at(article),
          .modified = modified_at(article, translation),
          .html = item_html(article, translation, settings)};
}

} // namespace broadside::publish
