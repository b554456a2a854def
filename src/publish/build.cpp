#include "publish/build.hpp"

#include "publish/article_data.hpp"
#include "publish/output.hpp"
#include "publish/pages/article_page.hpp"
#include "publish/pages/index_page.hpp"
#include "publish/pages/style_sheet.hpp"
#include "publish/source/article_folder.hpp"
#include "publish/source/loader_folder.hpp"

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

void write_article(const ArticleFolder& folder, const Settings& settings, Output& output, Faults& faults) {
  write_data(folder, settings, output, faults);
  const fs::path id = folder.article.id;
  for (const auto& translation : folder.article.translations)
    output.write(id / translation.language / "index.html", article_page(folder.article, translation, settings),
                 {folder.path});
  for (const fs::path& asset : folder.assets)
    output.copy(folder.path / asset, id / asset);
}

// The loader is copied into the site, and from there its pages take it.
void use_loader_of(const fs::path& folder, Settings& settings, Output& output, Faults& faults) {
  const auto loader = read_loader_folder(folder, faults);
  if (!loader)
    return;
  for (const std::string& file : loader->files)
    output.copy(folder / file, fs::path("broadside") / file);
  settings.loader = Loader{*html::Url::check("broadside/broadside.js", &settings.url), loader->integrity};
}

Built write_articles(const std::vector<fs::path>& folders, const Settings& settings,
                     const std::function<void(const article::Article&)>& progress, Output& output, Faults& faults) {
  Built built{};
  std::vector<IndexEntry> index;
  for (const fs::path& path : folders) {
    const auto folder = read_article_folder(path, settings, faults);
    if (!folder)
      continue;
    write_article(*folder, settings, output, faults);
    index.push_back(index_entry(folder->article, settings.default_language));
    ++built.articles;
    built.pages += folder->article.translations.size();
    progress(folder->article);
  }
  output.write("index.html", index_page(std::move(index), settings), {});
  output.write("broadside.css", style_sheet(), {});
  return built;
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

} // namespace

tl::expected<Built, std::vector<Error>> build(const BuildOptions& options,
                                              const std::function<void(const article::Article&)>& progress) {
  Faults faults;
  auto settings = read_settings(options.publisher / "broadside.yaml", options.overrides, faults);
  if (!settings)
    return tl::unexpected(faults.all());
  const fs::path content = options.publisher / "content";
  const auto folders = find_article_folders(content, faults);
  if (lies_in(options.out, content))
    faults.add({options.out}, "not-ours", "is where the articles are written; a site cannot be made there");
  if (faults.any())
    return tl::unexpected(faults.all());

  Output output(options.out, faults);
  if (faults.any())
    return tl::unexpected(faults.all());
  if (options.loader)
    use_loader_of(*options.loader, *settings, output, faults);
  Built built = write_articles(folders, *settings, progress, output, faults);
  if (!faults.any())
    output.commit();
  built.files = output.count();
  built.warnings = faults.warnings();
  if (faults.any())
    return tl::unexpected(faults.all());
  return built;
}

} // namespace broadside::publish
