#include "publish/site.hpp"

#include "pages/style_sheet.hpp"
#include "publish/feeds/feeds.hpp"
#include "publish/pages/embedding.hpp"
#include "publish/pages/frame_script.hpp"
#include "publish/pages/index_page.hpp"
#include "publish/sitemap/robots.hpp"
#include "publish/sitemap/sitemaps.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/loader_folder.hpp"
#include "publish/threads/parallel.hpp"

#include <map>
#include <utility>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// Collects the files that lie beside the texts. Which of them are published is known only when all texts have been
// read, because one article may show another's pictures.
class Assets {
public:
  void add(const ArticleFolder& folder, bool is_withheld) {
    for (const fs::path& file : folder.assets)
      files_.push_back({folder.path / file, fs::path(folder.article.id) / file, is_withheld});
    named_.insert(folder.names.begin(), folder.names.end());
    for (const Withheld& text : folder.withheld)
      withheld_.insert(text.names.begin(), text.names.end());
  }

  /// Copies the files, except those that only withheld texts name and those of a withheld article that no text names.
  /// Returns the copied files that no text names.
  std::vector<fs::path> copy(Output& output) const {
    std::vector<fs::path> unnamed;
    for (const File& file : files_) {
      const bool is_named = named_.contains(file.source.lexically_normal());
      if (!is_named && (file.is_withheld || withheld_.contains(file.source.lexically_normal())))
        continue;
      if (!is_named)
        unnamed.push_back(file.source);
      output.copy(file.source, file.name);
    }
    return unnamed;
  }

private:
  struct File {
    fs::path source;
    /// The path in the site.
    fs::path name;
    /// The file is withheld if its article has no text for readers now.
    bool is_withheld;
  };

  std::vector<File> files_;
  std::set<fs::path> named_, withheld_;
};

// Warns of links that would lead readers nowhere.
void warn_of_links_to_withheld(const std::vector<TextLink>& links, const std::vector<Withheld>& withheld,
                               Faults& faults) {
  std::map<fs::path, const Withheld*> by_file;
  for (const Withheld& text : withheld)
    by_file.emplace(text.file.lexically_normal(), &text);
  for (const TextLink& link : links)
    if (const auto found = by_file.find(link.text.lexically_normal()); found != by_file.end())
      faults.warn(link.location, "link-to-withheld",
                  "the link to \"" + link.typed +
                      "\" leads nowhere yet, because that text is not built: " + reason_of(*found->second));
}

// Puts a site together out of its articles.
class SiteWriter {
public:
  SiteWriter(const Source& source, const Release& release, Output& output, Faults& faults)
      : source_(source), release_(release), output_(output), faults_(faults) {}

  void add(const std::shared_ptr<const BuiltArticle>& article, const Progress& progress) {
    faults_.add_all(article->faults);
    if (!article->folder)
      return;
    const ArticleFolder& folder = *article->folder;
    for (const SiteFile& file : article->files)
      if (article->is_whole)
        output_.write(file.name, file.text, {folder.path});
      else
        output_.stay(file.name, {folder.path});
    assets_.add(folder, article->outline.texts.empty());
    built_.withheld.insert(built_.withheld.end(), folder.withheld.begin(), folder.withheld.end());
    links_.insert(links_.end(), folder.links.begin(), folder.links.end());
    if (article->outline.texts.empty())
      return;
    // The texts of thousands of articles would fill the memory.
    articles_.push_back({article->outline, folder.path, article->build});
    ++built_.articles;
    built_.pages += article->outline.texts.size();
    if (article->is_whole)
      progress(article->outline);
  }

  /// `read` gives the articles of the feeds again.
  Built finish(const ArticleReader& read) {
    warn_of_links_to_withheld(links_, built_.withheld, faults_);
    built_.unnamed = assets_.copy(output_);
    write_indexes(read);
    if (source_.settings.loader && !articles_.empty())
      if (const auto first = read(articles_.front().outline.id))
        built_.embedding = embedding(*first, source_.settings);
    return std::move(built_);
  }

private:
  struct Listed {
    ArticleOutline outline;
    fs::path folder;
    std::uint64_t build;
  };

  // The lists of articles, the feeds and the sitemaps name the pages.
  void write_indexes(const ArticleReader& read) {
    std::vector<const ArticleOutline*> outlines;
    Feeds feeds(source_.settings);
    Sitemaps sitemaps(source_.settings, release_.now);
    for (const Listed& article : articles_) {
      outlines.push_back(&article.outline);
      feeds.add(article.outline, article.build);
      sitemaps.add(article.outline);
    }
    write_index_pages(std::move(outlines), source_.settings, output_);
    feeds.write(read, output_);
    sitemaps.write(output_);
  }

  const Source& source_;
  const Release& release_;
  Output& output_;
  Faults& faults_;
  Built built_{};
  Assets assets_;
  std::vector<TextLink> links_;
  std::vector<Listed> articles_;
};

} // namespace

fs::path settings_file(const SiteOptions& options) { return options.publisher / "broadside.yaml"; }
fs::path content_folder(const SiteOptions& options) { return options.publisher / "content"; }

std::optional<Source> read_source(const SiteOptions& options, Faults& faults) {
  auto settings = read_settings(settings_file(options), options.overrides, faults);
  if (!settings)
    return std::nullopt;
  auto folders = find_article_folders(content_folder(options), faults);
  return folders.empty() ? std::nullopt : std::optional(Source{*std::move(settings), std::move(folders)});
}

void use_loader(const SiteOptions& options, Settings& settings, Output& output, Faults& faults) {
  const auto loader = options.loader ? read_loader_folder(*options.loader, faults) : std::nullopt;
  if (!loader)
    return;
  const fs::path name = fs::path(loaders_folder) / loader->name;
  for (const std::string& file : loader->files)
    output.copy_once(*options.loader / file, name / file);
  settings.loader =
      Loader{*html::Url::check((name / "broadside.js").generic_string(), &settings.url), loader->integrity};
}

Built write_site(const Source& source, const Release& release, const ArticleBuilder& build_article,
                 const Progress& progress, Output& output, Faults& faults) {
  SiteWriter site(source, release, output, faults);
  output.write("broadside.css", pages::style_sheet(), {});
  output.write(frame_script_name, frame_script(), {});
  std::vector<std::shared_ptr<const BuiltArticle>> made(source.folders.size());
  in_order(
      made.size(), [&](std::size_t i) { made[i] = build_article(source.folders[i]); },
      [&](std::size_t i) { site.add(std::exchange(made[i], nullptr), progress); });
  const fs::path content = source.folders.front().parent_path();
  return site.finish([&](const std::string& id) -> std::shared_ptr<const article::Article> {
    Faults ignored;
    auto folder = read_article_folder(content / id, source.settings, release, ignored);
    return folder && !folder->article.translations.empty()
               ? std::make_shared<const article::Article>(std::move(folder->article))
               : nullptr;
  });
}

} // namespace broadside::publish
