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
    add_data(*built.folder, settings, built.files, built.faults);
    if (key)
      add_signature(*built.folder, *key, release.now, built.files, built.faults);
    add_pages(built.folder->article, settings, built.files);
  }
  return built;
}

} // namespace broadside::publish
