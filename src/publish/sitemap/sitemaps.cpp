#include "publish/sitemap/sitemaps.hpp"

#include "core/moment.hpp"
#include "publish/manifest/bytes.hpp"
#include "publish/signing/sha256.hpp"
#include "publish/sitemap/robots.hpp"
#include "publish/source/dates.hpp"
#include "publish/xml/xml_writer.hpp"

namespace broadside::publish {
namespace {

constexpr const char* sitemap_schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

constexpr const char* main_file = "sitemap.xml";
constexpr const char* news_file = "sitemap-news.xml";

// The limits of sitemaps.org. One page is far below the rest of the 50 MB.
constexpr std::size_t most_pages = 50'000;
constexpr std::size_t most_bytes = std::size_t{49} << 20U;

void alternate(std::string_view language, std::string_view url, XmlWriter& xml) {
  xml.empty("xhtml:link", {{"rel", "alternate"}, {"hreflang", language}, {"href", url}});
}

// Ids and language tags need no escapes in an address.
std::string page_url(const Settings& settings, const std::string& id, const std::string& language) {
  return settings.url.text() + id + "/" + language + "/";
}

XmlWriter begin_file() {
  XmlWriter file;
  file.open("urlset", {{"xmlns", sitemap_schema}, {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}});
  return file;
}

// Returns the files with the list of them, which is the file that robots.txt names.
std::vector<SiteFile> with_list(std::vector<std::string> texts, const Settings& settings) {
  std::vector<SiteFile> files;
  XmlWriter list;
  list.open("sitemapindex", {{"xmlns", sitemap_schema}});
  for (std::string& text : texts) {
    files.push_back({"sitemap-" + std::to_string(files.size() + 1) + ".xml", std::move(text)});
    list.open("sitemap");
    list.element("loc", html::Url::check(files.back().name, &settings.url)->text());
    list.close();
  }
  list.close();
  files.push_back({main_file, list.take()});
  return files;
}

} // namespace

Sitemaps::Sitemaps(const Settings& settings, std::int64_t now) : settings_(settings), news_(settings, now) {
  pages_.push_back({settings.url.text(), std::nullopt, nullptr});
}

void Sitemaps::add(const ArticleOutline& article) {
  for (const TextOutline& text : article.texts) {
    pages_.push_back({page_url(settings_, article.id, text.language), modified_at(article, text), &article});
    news_.add(article, text);
  }
}

void Sitemaps::write(Output& output) {
  write_pages(output);
  std::vector<std::string> entrances = {main_file};
  if (!news_.empty()) {
    output.write(news_file, news_.take(), {});
    entrances.emplace_back(news_file);
  }
  const auto text = robots(settings_, entrances);
  if (text && !output.is_others(robots_file))
    output.write(robots_file, *text, {});
}

std::string Sitemaps::key() const {
  BytesWriter pages;
  for (const Page& page : pages_) {
    pages.text(page.url);
    pages.number(static_cast<std::uint64_t>(page.modified.value_or(-1)));
    pages.text(page.article == nullptr ? "" : page.article->default_language);
  }
  return sha256(pages.bytes());
}

// A site of several files has a list of them, which is not kept without them.
void Sitemaps::write_pages(Output& output) const {
  const std::string of_pages = key();
  if (pages_.size() <= most_pages && output.keep(main_file, of_pages))
    return;
  const auto made = files();
  for (const SiteFile& file : made)
    output.write(file.name, file.text, {}, made.size() == 1 ? of_pages : "");
}

std::vector<SiteFile> Sitemaps::files() const {
  std::vector<std::string> texts;
  XmlWriter file = begin_file();
  std::size_t pages_in_file = 0;
  const auto end_file = [&] {
    file.close();
    texts.push_back(file.take());
  };
  for (const Page& page : pages_) {
    if (pages_in_file == most_pages || file.size() > most_bytes) {
      end_file();
      file = begin_file();
      pages_in_file = 0;
    }
    ++pages_in_file;
    file.open("url");
    file.element("loc", page.url);
    if (page.modified)
      file.element("lastmod", rfc3339(*page.modified));
    if (page.article != nullptr) {
      for (const TextOutline& text : page.article->texts)
        alternate(text.language, page_url(settings_, page.article->id, text.language), file);
      alternate("x-default", page_url(settings_, page.article->id, page.article->default_language), file);
    }
    file.close();
  }
  end_file();
  if (texts.size() > 1)
    return with_list(std::move(texts), settings_);
  return {{main_file, std::move(texts.front())}};
}

} // namespace broadside::publish
