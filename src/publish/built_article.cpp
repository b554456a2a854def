#include "publish/built_article.hpp"

#include "publish/article_data.hpp"
#include "publish/pages/article_page.hpp"
#include "publish/pages/embed_page.hpp"
#include "publish/pages/oembed.hpp"
#include "publish/signing/article_signature.hpp"

namespace broadside::publish {
namespace {

void add_pages(const article::Article& article, const Settings& settings, std::vector<SiteFile>& files) {
  for (const auto& translation : article.translations) {
    const std::string page = article.id + "/" + translation.language + "/";
    files.push_back({page + "index.html", article_page(article, translation, settings)});
    files.push_back({page + "embed.html", embed_page(article, translation, settings)});
    files.push_back({page + "oembed.json", oembed(article, translation, settings)});
  }
}

} // namespace

BuiltArticle build_article(const std::filesystem::path& folder, const Settings& settings, const Release& release,
                           const SigningKey* key) {
  BuiltArticle built;
  built.folder = read_article_folder(folder, settings, release, built.faults);
  if (built.folder && !built.folder->article.translations.empty()) {
    built.outline = outline_of(built.folder->article);
    add_data(*built.folder, settings, built.files, built.faults);
    if (key)
      add_signature(*built.folder, *key, release.now, built.files, built.faults);
    add_pages(built.folder->article, settings, built.files);
  }
  return built;
}

BuiltArticle without_texts(const BuiltArticle& article) {
  BuiltArticle kept{std::nullopt, article.outline, {}, article.faults, false, article.build};
  if (article.folder) {
    const ArticleFolder& folder = *article.folder;
    kept.folder = {folder.path, {}, folder.withheld, folder.names, folder.links, folder.assets, folder.changes_at};
    kept.folder->article.id = folder.article.id;
  }
  for (const SiteFile& file : article.files)
    kept.files.push_back({file.name, {}});
  return kept;
}

} // namespace broadside::publish
