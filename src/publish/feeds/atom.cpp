#include "core/moment.hpp"
#include "publish/feeds/feed.hpp"
#include "publish/xml/xml_writer.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

// RFC 4287 requires a time of every feed and entry. Where none is known, this one does not change with each build,
// which would have readers see the same text again.
constexpr std::int64_t unknown = 0;

void person(std::string_view name, XmlWriter& xml) {
  xml.open("author");
  xml.element("name", name);
  xml.close();
}

void atom_entry(const FeedItem& item, XmlWriter& xml) {
  xml.open("entry", {{"xml:lang", item.language}});
  xml.element("id", item.id);
  xml.element("title", item.title);
  xml.empty("link", {{"rel", "alternate"}, {"type", "text/html"}, {"hreflang", item.language}, {"href", item.url}});
  if (item.published)
    xml.element("published", rfc3339(*item.published));
  xml.element("updated", rfc3339(item.modified.value_or(unknown)));
  for (const std::string& author : item.authors)
    person(author, xml);
  if (!item.summary.empty())
    xml.element("summary", item.summary);
  xml.element("content", item.html, {{"type", "html"}});
  xml.close();
}

std::int64_t last_change(const FeedItems& items) {
  std::int64_t last = unknown;
  for (const auto& item : items)
    last = std::max(last, item->modified.value_or(unknown));
  return last;
}

} // namespace

std::string atom(const Feed& feed, const Settings& settings) {
  XmlWriter xml;
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", feed.language}});
  xml.element("id", feed.id);
  xml.element("title", feed.title);
  xml.empty("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", feed.url.text()}});
  xml.empty("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", settings.url.text()}});
  xml.element("updated", rfc3339(last_change(feed.items)));
  person(settings.publisher.name, xml);
  if (!settings.license.empty())
    xml.element("rights", settings.license);
  for (const auto& item : feed.items)
    atom_entry(*item, xml);
  xml.close();
  return xml.take();
}

} // namespace broadside::publish
