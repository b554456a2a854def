#include "publish/article_data.hpp"

#include "core/html/tree_writer.hpp"
#include "core/json/value.hpp"
#include "core/markdown/comments.hpp"
#include "core/view/article.hpp"
#include "messages/built_in_messages.hpp"
#include "messages/built_in_names.hpp"
#include "publish/source/addresses.hpp"

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// The limit in bytes for all languages in one file. A server compresses 128 KB to about a quarter, which takes a second
// on a slow line. Up to this size, a second request costs a reader more than the languages that they do not read.
constexpr std::size_t largest_whole = std::size_t{128} << 10U;

std::vector<std::string> views_of(const article::Article& article, const html::Url& base) {
  std::vector<std::string> views;
  for (const auto& translation : article.translations) {
    html::TreeWriter writer(views.emplace_back());
    view::article(article, translation, language::built_in_messages(translation.language), language::built_in_names(),
                  &base, writer);
  }
  return views;
}

// A file that the loader would refuse must not be published, and limits apply to the file as a whole too.
template <typename Read>
void add_checked(const fs::path& name, std::string json, const Read& read, const fs::path& source,
                 std::vector<SiteFile>& files, Faults& faults) {
  if (!read)
    faults.add({source}, read.error().code,
               name.filename().string() + ": " + read.error().where + ": " + read.error().message);
  files.push_back({name.generic_string(), std::move(json)});
}

// Comments are removed because readers do not see them, so they were not meant for readers.
article::Article without_comments(article::Article article) {
  for (auto& translation : article.translations) {
    markdown::Options options;
    options.typography = article.typography;
    options.language = translation.language;
    translation.markdown = markdown::without_comments(translation.markdown, options);
  }
  return article;
}

// The default language stays in article.json, because most readers of an article in many languages see it first.
article::Article with_other_translations_apart(article::Article article, const fs::path& source,
                                               std::vector<std::string>& views, const Settings& settings,
                                               std::vector<SiteFile>& files, Faults& faults) {
  json::Limits limits;
  limits.skipped = "view";
  for (std::size_t i = 0; i < article.translations.size(); ++i) {
    auto& translation = article.translations[i];
    if (translation.language == article.default_language)
      continue;
    std::string json = article::write(translation, views[i]);
    const auto read = json::parse(json, limits);
    add_checked(fs::path(article.id) / (translation.language + ".json"), std::move(json), read, source, files, faults);
    translation.href = translation_address(settings, article.id, translation.language);
    views[i].clear();
  }
  return article;
}

} // namespace

void add_data(const ArticleFolder& folder, const Settings& settings, std::vector<SiteFile>& files, Faults& faults) {
  const html::Url address = article_json_address(settings, folder.article.id);
  const article::Article article = without_comments(folder.article);
  auto views = views_of(article, address);
  std::string json = article::write(article, views);
  if (json.size() > largest_whole)
    json = article::write(with_other_translations_apart(article, folder.path, views, settings, files, faults), views);
  const auto read = article::parse(json, &address);
  add_checked(fs::path(folder.article.id) / "article.json", std::move(json), read, folder.path, files, faults);
}

} // namespace broadside::publish
