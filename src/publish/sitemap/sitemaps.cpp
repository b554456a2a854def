#include "publish/sitemap/sitemaps.hpp"

#include "core/moment.hpp"
#include "publish/sitemap/robots.hpp"
#include "publish/source/dates.hpp"

namespace broadside::publish {
namespace {

constexpr const char* sitemap_schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

constexpr const char* main_file = "sitemap.xml";
constexpr const char* news_file = "sitemap-news.xml";

// The limits of sitemaps.org. One page is far below the rest of the 50 MB.
constexpr std::size_t most_pages = 50'000;
constexpr std::size_t most_bytes = std::size_t{49} << 20U;

void alternate(std::string_view language, const html::Url& url, XmlWriter& xml) {
  xml.empty("xhtml:link", {{"rel", "alternate"}, {"hreflang", language}, {"href", url.text()}});
}

} // namespace

Sitemaps::Sitemaps(const Settings& settings, std::int64_t now) : settings_(settings), news_(now) {
  begin_file();
  add_page(settings.url.text(), std::nullopt, nullptr);
}

void Sitemaps::add(const article::Article& article) {
  for (const article::Translation& translation : article.translations) {
    add_page(translation.url->text(), modified_at(article, translation), &article);
    news_.add(article, translation);
  }
}

std::vector<SiteFile> Sitemaps::take_files() {
  end_file();
  std::vector<SiteFile> files;
  if (files_.size() == 1)
    files.push_back({main_file, std::move(files_.front())});
  else
    add_files_with_list(files);
  std::vector<std::string> entrances = {main_file};
  if (!news_.empty()) {
    files.push_back({news_file, news_.take()});
    entrances.emplace_back(news_file);
  }
  if (auto text = robots(settings_, entrances))
    files.push_back({robots_file, *std::move(text)});
  return files;
}

void Sitemaps::add_files_with_list(std::vector<SiteFile>& files) {
  XmlWriter list;
  list.open("sitemapindex", {{"xmlns", sitemap_schema}});
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string name = "sitemap-" + std::to_string(i + 1) + ".xml";
    list.open("sitemap");
    list.element("loc", html::Url::check(name, &settings_.url)->text());
    list.close();
    files.push_back({name, std::move(files_[i])});
  }
  list.close();
  files.push_back({main_file, list.take()});
}

void Sitemaps::begin_file() {
  file_ = XmlWriter();
  file_.open("urlset", {{"xmlns", sitemap_schema}, {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}});
  pages_in_file_ = 0;
}

void Sitemaps::end_file() {
  file_.close();
  files_.push_back(file_.take());
}

void Sitemaps::add_page(const std::string& url, std::optional<std::int64_t> modified, const article::Article* article) {
  if (pages_in_file_ == most_pages || file_.size() > most_bytes) {
    end_file();
    begin_file();
  }
  ++pages_in_file_;
  file_.open("url");
  file_.element("loc", url);
  if (modified)
    file_.element("lastmod", rfc3339(*modified));
  if (article != nullptr) {
    for (const article::Translation& translation : article->translations)
      alternate(translation.language, *translation.url, file_);
    alternate("x-default", *article->canonical, file_);
  }
  file_.close();
}

} // namespace broadside::publish
