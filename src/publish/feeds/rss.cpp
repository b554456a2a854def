#include "core/moment.hpp"
#include "publish/feeds/feed.hpp"
#include "publish/xml/xml_writer.hpp"

namespace broadside::publish {
namespace {

// `description` comes before `content:encoded`, because some readers take the last of the two that they find.
void rss_item(const FeedItem& item, XmlWriter& xml) {
  xml.open("item");
  xml.element("title", item.title);
  xml.element("link", item.url);
  xml.element("guid", item.id, {{"isPermaLink", "false"}});
  if (item.published)
    xml.element("pubDate", http_date(*item.published));
  for (const std::string& author : item.authors)
    xml.element("dc:creator", author);
  xml.element("description", item.summary);
  xml.element("content:encoded", item.html);
  xml.close();
}

} // namespace

std::string rss(const Feed& feed, const Settings& settings) {
  XmlWriter xml;
  xml.open("rss", {{"version", "2.0"},
                   {"xmlns:atom", "http://www.w3.org/2005/Atom"},
                   {"xmlns:content", "http://purl.org/rss/1.0/modules/content/"},
                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  xml.open("channel");
  xml.element("title", feed.title);
  xml.element("link", settings.url.text());
  xml.element("description", feed.title);
  xml.element("language", feed.language);
  if (!settings.license.empty())
    xml.element("copyright", settings.license);
  xml.empty("atom:link", {{"rel", "self"}, {"type", "application/rss+xml"}, {"href", feed.url.text()}});
  for (const auto& item : feed.items)
    rss_item(*item, xml);
  xml.close();
  xml.close();
  return xml.take();
}

} // namespace broadside::publish
