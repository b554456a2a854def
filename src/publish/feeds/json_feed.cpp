#include "core/json/object_writer.hpp"
#include "core/moment.hpp"
#include "publish/feeds/feed.hpp"

namespace broadside::publish {
namespace {

constexpr int item_level = 2;

std::string persons(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text.append(text.empty() ? "[" : ", ").append("{\"name\": ").append(json::quoted(name)).append("}");
  return text += "]";
}

std::string json_item(const FeedItem& item) {
  std::string text;
  json::ObjectWriter object(text, item_level);
  object.text("id", item.id);
  object.text("url", item.url);
  object.text("title", item.title);
  object.text("content_html", item.html);
  object.optional_text("summary", item.summary);
  object.optional_text("image", item.picture);
  if (item.published)
    object.text("date_published", rfc3339(*item.published));
  if (item.modified)
    object.text("date_modified", rfc3339(*item.modified));
  object.raw("authors", persons(item.authors));
  object.text("language", item.language);
  object.finish();
  return text;
}

} // namespace

std::string json_feed(const Feed& feed, const Settings& settings) {
  std::string items;
  for (const auto& item : feed.items)
    items.append(items.empty() ? "[\n    " : ",\n    ").append(json_item(*item));
  std::string text;
  json::ObjectWriter object(text, 0);
  object.text("version", "https://jsonfeed.org/version/1.1");
  object.text("title", feed.title);
  object.text("home_page_url", settings.url.text());
  object.text("feed_url", feed.url.text());
  object.text("language", feed.language);
  object.raw("authors", persons({settings.publisher.name}));
  object.raw("items", items.empty() ? "[]" : items + "\n  ]");
  object.finish();
  return text += '\n';
}

} // namespace broadside::publish
