#include "publish/source/article_folder.hpp"

#include "publish/pictures/size.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/assets.hpp"
#include "publish/source/document.hpp"
#include "publish/source/loader_folder.hpp"

#include <algorithm>
#include <map>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// All languages of an article follow the same rules and share its replies, because one page shows them all.
void refuse_differences(const std::vector<Document>& documents, Faults& faults) {
  for (const Document& document : documents) {
    const Document& first = documents.front();
    const auto refuse = [&](const std::string& members) {
      faults.add({document.file, 1}, "conflict",
                 members + " must be the same in all languages of an article, but " + first.file.filename().string() +
                     " differs");
    };
    if (document.rendering != first.rendering)
      refuse("html and typography");
    if (document.takes_replies.value_or(true) != first.takes_replies.value_or(true))
      refuse("replies: open or closed");
  }
}

// Tags that differ only in case are the same tag.
void refuse_doubles(const std::vector<Document>& documents, Faults& faults) {
  std::map<std::string, fs::path> files;
  for (const Document& document : documents) {
    const auto [first, is_new] = files.try_emplace(document.translation.language, document.file);
    if (!is_new)
      faults.add({document.file, 1}, "conflict",
                 "is in the same language as " + first->second.filename().string() + ": " + first->first);
  }
}

std::vector<Document> read_documents(const fs::path& folder, const html::Url& base, const Settings& settings,
                                     std::int64_t now, Faults& faults) {
  std::vector<Document> documents;
  for (const fs::path& entry : entries_of(folder, faults))
    if (entry.extension() == ".md")
      documents.push_back(read_document(entry, base, settings.rendering, now));
  if (documents.empty())
    faults.add({folder}, "no-translations", "contains no text, such as en.md");
  if (documents.size() > article::most_translations)
    faults.add({folder}, "too-many-translations",
               "must have at most " + std::to_string(article::most_translations) + " translations");
  std::stable_partition(documents.begin(), documents.end(), [&](const Document& document) {
    return document.translation.language == settings.default_language;
  });
  return documents;
}

// Reports the faults in the order of the files, whichever language is the default.
void report_faults(const std::vector<Document>& documents, Faults& faults) {
  std::map<fs::path, const Faults*> in_order;
  for (const Document& document : documents)
    in_order.emplace(document.file, &document.faults);
  for (const auto& [file, own] : in_order)
    faults.add_all(*own);
}

// Adds the sizes of pictures that are files of the publisher's. For the lead picture, a size in the front matter takes
// precedence.
void add_picture_sizes(std::vector<Document>& documents, article::Article& article) {
  std::map<fs::path, std::optional<Size>> sizes;
  std::vector<markdown::PictureSizes::Entry> entries;
  for (Document& document : documents)
    for (const NamedFile& named : document.names) {
      if (named.use == NamedFile::Use::link)
        continue;
      const auto [known, is_new] = sizes.try_emplace(named.file);
      const auto size = is_new ? known->second = read_size(named.file) : known->second;
      auto& lead = document.translation.lead;
      if (size && named.use == NamedFile::Use::picture) {
        entries.push_back({named.address, size->width, size->height});
      } else if (size && lead && !lead->width && !lead->height) {
        lead->width = size->width;
        lead->height = size->height;
      }
    }
  article.picture_sizes = markdown::PictureSizes(std::move(entries));
}

article::Article article_of(const std::string& id, std::vector<Document> documents, const Settings& settings) {
  article::Article article;
  article.id = id;
  article.default_language = documents.front().translation.language;
  article.canonical = page_address(settings, id, article.default_language);
  article.publisher = settings.publisher;
  article.license = settings.license;
  article.raw_html = documents.front().rendering.raw_html;
  article.typography = documents.front().rendering.typography;
  article.published = first_date(documents, &Document::published);
  article.modified = first_date(documents, &Document::modified);
  const bool takes_replies = documents.front().takes_replies.value_or(true);
  add_picture_sizes(documents, article);
  for (Document& document : documents) {
    document.translation.url = page_address(settings, id, document.translation.language);
    article.translations.push_back(std::move(document.translation));
  }
  if (auto replies = replies_address(settings, id))
    article.replies = article::Replies{*std::move(replies), takes_replies, settings.threads, settings.thread_depth};
  return article;
}

} // namespace

std::vector<fs::path> find_article_folders(const fs::path& content, Faults& faults) {
  const auto before = faults.count();
  std::vector<fs::path> folders = entries_of(content, faults);
  std::erase_if(folders,
                [&](const fs::path& entry) { return refuse_broken_link(entry, faults) || !fs::is_directory(entry); });
  if (folders.empty() && faults.count() == before)
    faults.add({content}, "no-articles", "contains no article: a folder with a text such as en.md");
  return folders;
}

std::optional<ArticleFolder> read_article_folder(const fs::path& path, const Settings& settings, const Release& release,
                                                 Faults& faults) {
  const auto before = faults.count();
  const std::string id = path.filename().string();
  if (!article::is_id(id)) {
    faults.add({path}, "malformed", "an article's folder must be named with " + std::string(article::id_rule));
    return std::nullopt;
  }
  if (id == loaders_folder) {
    faults.add({path}, "conflict", "must have another name: a site's loaders are in broadside/");
    return std::nullopt;
  }
  ArticleFolder folder;
  folder.path = path;
  folder.article.id = id;
  auto documents = read_documents(path, article_json_address(settings, id), settings, release.now, faults);
  folder.changes_at = next_change(documents, release.now);
  folder.withheld = withhold(documents, release);
  report_faults(documents, faults);
  refuse_differences(documents, faults);
  refuse_doubles(documents, faults);
  folder.assets = find_assets(path, faults);
  if (faults.count() > before)
    return std::nullopt;
  for (const Document& document : documents) {
    for (const NamedFile& named : document.names)
      folder.names.insert(named.file);
    folder.links.insert(folder.links.end(), document.links.begin(), document.links.end());
  }
  if (!documents.empty())
    folder.article = article_of(id, std::move(documents), settings);
  return folder;
}

} // namespace broadside::publish
