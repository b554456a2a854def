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

#include <map>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

// Collects the files that lie beside the texts. Which of them are published is known only when all texts have been
// read, because one article may show another's pictures.
class Assets {
public:
  void add(const ArticleFolder& folder) {
    for (const fs::path& file : folder.assets)
      files_.push_back({folder.path / file, fs::path(folder.article.id) / file, folder.article.translations.empty()});
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

// The list of articles, the feeds and the sitemaps name the pages.
class Indexes {
public:
  Indexes(const Settings& settings, std::int64_t now)
      : settings_(settings), feeds_(settings), sitemaps_(settings, now) {}

  void add(const article::Article& article) {
    entries_.push_back(index_entry(article, settings_.default_language));
    feeds_.add(article);
    sitemaps_.add(article);
  }

  /// A robots.txt of the publisher's own is not replaced.
  void write(Output& output) {
    output.write("index.html", index_page(std::move(entries_), settings_), {});
    for (const SiteFile& file : feeds_.files())
      output.write(file.name, file.text, {});
    for (const SiteFile& file : sitemaps_.take_files())
      if (file.name != robots_file || !output.is_others(robots_file))
        output.write(file.name, file.text, {});
  }

private:
  const Settings& settings_;
  std::vector<IndexEntry> entries_;
  Feeds feeds_;
  Sitemaps sitemaps_;
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
                 const std::function<void(const article::Article&)>& progress, Output& output, Faults& faults) {
  Built built{};
  Indexes indexes(source.settings, release.now);
  Assets assets;
  std::vector<TextLink> links;
  for (const fs::path& path : source.folders) {
    const auto article = build_article(path);
    faults.add_all(article->faults);
    for (const SiteFile& file : article->files)
      output.write(file.name, file.text, {path});
    const auto& folder = article->folder;
    if (!folder)
      continue;
    assets.add(*folder);
    built.withheld.insert(built.withheld.end(), folder->withheld.begin(), folder->withheld.end());
    links.insert(links.end(), folder->links.begin(), folder->links.end());
    if (folder->article.translations.empty())
      continue;
    indexes.add(folder->article);
    if (built.embedding.empty() && source.settings.loader)
      built.embedding = embedding(folder->article, source.settings);
    ++built.articles;
    built.pages += folder->article.translations.size();
    progress(folder->article);
  }
  warn_of_links_to_withheld(links, built.withheld, faults);
  built.unnamed = assets.copy(output);
  indexes.write(output);
  output.write("broadside.css", pages::style_sheet(), {});
  output.write(frame_script_name, frame_script(), {});
  return built;
}

} // namespace broadside::publish
