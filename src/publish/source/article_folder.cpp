#include "publish/source/article_folder.hpp"

#include "publish/addresses.hpp"
#include "publish/source/document.hpp"
#include "publish/source/hidden.hpp"

#include <algorithm>
#include <map>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// What a folder holds, in the order of the names, so that every build writes the same.
std::vector<fs::path> entries_of(const fs::path& folder, Faults& faults) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    if (!is_hidden(entry->path()))
      entries.push_back(entry->path());
  if (error)
    faults.add({folder}, "unreadable", "cannot be read: " + error.message());
  std::sort(entries.begin(), entries.end());
  return entries;
}

void find_assets(const fs::path& folder, const fs::path& article_folder, std::vector<fs::path>& assets,
                 Faults& faults) {
  for (const fs::path& entry : entries_of(folder, faults)) {
    if (fs::is_directory(entry) && !fs::is_symlink(entry))
      find_assets(entry, article_folder, assets, faults);
    else if (entry.extension() != ".md")
      assets.push_back(entry.lexically_relative(article_folder));
  }
}

// A page shows its article in all languages by the same rules.
void refuse_differences(const std::vector<Document>& documents, Faults& faults) {
  for (const Document& document : documents)
    if (document.rendering != documents.front().rendering)
      faults.add({document.file, 1}, "conflict",
                 "html and typography must be the same in all languages of an article, and in " +
                     documents.front().file.filename().string() + " they are not what they are here");
}

// Names in other letters are the same tag.
void refuse_doubles(const std::vector<Document>& documents, Faults& faults) {
  std::map<std::string, fs::path> files;
  for (const Document& document : documents) {
    const auto [first, is_new] = files.try_emplace(document.translation.language, document.file);
    if (!is_new)
      faults.add({document.file, 1}, "conflict",
                 "is in the same language as " + first->second.filename().string() + ": " + first->first);
  }
}

std::vector<Document> read_documents(const fs::path& folder, const html::Url& base, const Rendering& usual,
                                     Faults& faults) {
  std::vector<Document> documents;
  bool has_files = false;
  for (const fs::path& entry : entries_of(folder, faults)) {
    if (entry.extension() != ".md")
      continue;
    has_files = true;
    if (auto document = read_document(entry, base, usual, faults))
      documents.push_back(*std::move(document));
  }
  if (!has_files)
    faults.add({folder}, "no-translations", "holds no text, such as en.md");
  if (documents.size() > article::most_translations)
    faults.add({folder}, "too-many-translations",
               "must hold at most " + std::to_string(article::most_translations) + " translations");
  refuse_differences(documents, faults);
  refuse_doubles(documents, faults);
  return documents;
}

// The default language's date, or else that of the first that has one.
std::string first_of(const std::vector<Document>& documents, std::string Document::*date) {
  const auto found = std::find_if(documents.begin(), documents.end(),
                                  [&](const Document& document) { return !(document.*date).empty(); });
  return found == documents.end() ? std::string() : (*found).*date;
}

article::Article article_of(const std::string& id, std::vector<Document> documents, const Settings& settings) {
  std::stable_partition(documents.begin(), documents.end(), [&](const Document& document) {
    return document.translation.language == settings.default_language;
  });
  article::Article article;
  article.id = id;
  article.default_language = documents.front().translation.language;
  article.canonical = page_address(settings, id, article.default_language);
  article.publisher = settings.publisher;
  article.license = settings.license;
  article.raw_html = documents.front().rendering.raw_html;
  article.typography = documents.front().rendering.typography;
  article.published = first_of(documents, &Document::published);
  article.modified = first_of(documents, &Document::modified);
  for (Document& document : documents) {
    document.translation.url = page_address(settings, id, document.translation.language);
    article.translations.push_back(std::move(document.translation));
  }
  if (auto replies = replies_address(settings, id))
    article.replies = article::Replies{*std::move(replies), true, settings.threads};
  return article;
}

} // namespace

std::vector<fs::path> find_article_folders(const fs::path& content, Faults& faults) {
  const auto before = faults.count();
  std::vector<fs::path> folders = entries_of(content, faults);
  std::erase_if(folders, [](const fs::path& entry) { return !fs::is_directory(entry); });
  if (folders.empty() && faults.count() == before)
    faults.add({content}, "no-articles", "holds no article: a folder with a text such as en.md");
  return folders;
}

std::optional<ArticleFolder> read_article_folder(const fs::path& path, const Settings& settings, Faults& faults) {
  const auto before = faults.count();
  const std::string id = path.filename().string();
  if (!article::is_id(id)) {
    faults.add({path}, "malformed", "an article's folder must be named with 1 to 100 of a-z, 0-9 and hyphens");
    return std::nullopt;
  }
  auto documents = read_documents(path, article_json_address(settings, id), settings.rendering, faults);
  std::vector<fs::path> assets;
  find_assets(path, path, assets, faults);
  if (faults.count() > before)
    return std::nullopt;
  return ArticleFolder{path, article_of(id, std::move(documents), settings), std::move(assets)};
}

} // namespace broadside::publish
