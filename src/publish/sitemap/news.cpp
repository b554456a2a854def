#include "publish/sitemap/news.hpp"

#include "core/language_tag.hpp"
#include "core/moment.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/dates.hpp"

namespace broadside::publish {
namespace {

constexpr std::int64_t two_days = std::int64_t{2} * 24 * 60 * 60; // in seconds
constexpr std::size_t most_news = 1000;

bool is_traditional_chinese(std::string_view tag) {
  const std::string_view script = language::script_of(tag), region = language::region_of(tag);
  return script == "Hant" || (script.empty() && (region == "TW" || region == "HK" || region == "MO"));
}

// Google takes ISO 639 codes, and for Chinese two words of its own.
std::string news_language(std::string_view tag) {
  const std::string primary(language::primary_subtag(tag));
  if (primary != "zh")
    return primary;
  return is_traditional_chinese(tag) ? "zh-tw" : "zh-cn";
}

} // namespace

NewsSitemap::NewsSitemap(const Settings& settings, std::int64_t now) : settings_(settings), now_(now) {
  xml_.open("urlset", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"},
                       {"xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"}});
}

void NewsSitemap::add(const ArticleOutline& article, const TextOutline& text) {
  const auto published = time_of(article.published);
  if (!published || *published < now_ - two_days || count_ == most_news)
    return;
  ++count_;
  xml_.open("url");
  xml_.element("loc", page_address(settings_, article.id, text.language).text());
  xml_.open("news:news");
  xml_.open("news:publication");
  xml_.element("news:name", settings_.publisher.name);
  xml_.element("news:language", news_language(text.language));
  xml_.close();
  xml_.element("news:publication_date", rfc3339(*published));
  xml_.element("news:title", text.title);
  xml_.close();
  xml_.close();
}

std::string NewsSitemap::take() {
  xml_.close();
  return xml_.take();
}

} // namespace broadside::publish
