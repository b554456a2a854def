#include "publish/build.hpp"

#include "core/article/signature.hpp"
#include "pages/style_sheet.hpp"
#include "publish/article_data.hpp"
#include "publish/feeds/feeds.hpp"
#include "publish/headers/header_files.hpp"
#include "publish/output/output.hpp"
#include "publish/pages/article_page.hpp"
#include "publish/pages/embed_page.hpp"
#include "publish/pages/embedding.hpp"
#include "publish/pages/frame_script.hpp"
#include "publish/pages/index_page.hpp"
#include "publish/pages/oembed.hpp"
#include "publish/signing/article_signature.hpp"
#include "publish/signing/key_file.hpp"
#include "publish/sitemap/robots.hpp"
#include "publish/sitemap/sitemaps.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/article_folder.hpp"
#include "publish/source/loader_folder.hpp"

#include <algorithm>
#include <map>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

void write_article(const ArticleFolder& folder, const Settings& settings, const std::optional<SigningKey>& key,
                   std::int64_t now, Output& output, Faults& faults) {
  const auto data = write_data(folder, settings, output, faults);
  if (key)
    write_signature(folder, data, *key, now, output, faults);
  const fs::path id = folder.article.id;
  for (const auto& translation : folder.article.translations) {
    const fs::path page = id / translation.language;
    output.write(page / "index.html", article_page(folder.article, translation, settings), {folder.path});
    output.write(page / "embed.html", embed_page(folder.article, translation, settings), {folder.path});
    output.write(page / "oembed.json", oembed(folder.article, translation, settings), {folder.path});
  }
}

// The loader is copied into the site, beside those of earlier builds, and the site's pages load it from there.
void use_loader_of(const fs::path& folder, Settings& settings, Output& output, Faults& faults) {
  const auto loader = read_loader_folder(folder, faults);
  if (!loader)
    return;
  const fs::path name = fs::path(loaders_folder) / loader->name;
  for (const std::string& file : loader->files)
    output.copy_once(folder / file, name / file);
  settings.loader =
      Loader{*html::Url::check((name / "broadside.js").generic_string(), &settings.url), loader->integrity};
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
  return !relative.empty() && *relative.begin() != "..";
}

// The public key becomes part of the settings, since the tag that hosts paste names it.
std::optional<SigningKey> read_signing_key(const BuildOptions& options, Settings& settings, Faults& faults) {
  if (!settings.key_file)
    return std::nullopt;
  for (const fs::path& folder : {options.publisher / "content", options.out})
    if (lies_in(*settings.key_file, folder)) {
      faults.add({*settings.key_file}, "published-key",
                 "lies in " + folder.string() +
                     ", which is for everybody; keep the secret key elsewhere, and sign with "
                     "a new one if this one has been published");
      return std::nullopt;
    }
  auto key = read_key_file(*settings.key_file, faults);
  if (key)
    settings.public_key = key->public_key();
  return key;
}

// Hosts that name the publisher's key show no article whose signature is gone.
void warn_of_lost_signatures(const fs::path& out, Faults& faults) {
  const auto names = files_of_last_build(out);
  const auto found = std::find_if(names.begin(), names.end(),
                                  [](const fs::path& name) { return name.filename() == article::signature_file; });
  if (found != names.end())
    faults.warn(
        {out / *found}, "unsigned",
        "goes, since this build signs nothing: hosts that name your key do not show the article now; build with "
        "--sign");
}

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
  std::vector<fs::path> copy(const fs::path& out, Output& output, Faults& faults) const {
    std::vector<fs::path> unnamed;
    for (const File& file : files_) {
      const bool is_named = named_.contains(file.source.lexically_normal());
      if (!is_named && (file.is_withheld || withheld_.contains(file.source.lexically_normal())))
        continue;
      if (!is_named)
        unnamed.push_back(file.source);
      if (lies_in(file.source, out))
        faults.add({file.source}, "not-ours", "lies in the folder that the site is made in");
      else
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

Built write_articles(const std::vector<fs::path>& folders, const Settings& settings,
                     const std::optional<SigningKey>& key, const BuildOptions& options,
                     const std::function<void(const article::Article&)>& progress, Output& output, Faults& faults) {
  Built built{};
  Indexes indexes(settings, options.release.now);
  Assets assets;
  std::vector<TextLink> links;
  for (const fs::path& path : folders) {
    const auto folder = read_article_folder(path, settings, options.release, faults);
    if (!folder)
      continue;
    assets.add(*folder);
    built.withheld.insert(built.withheld.end(), folder->withheld.begin(), folder->withheld.end());
    links.insert(links.end(), folder->links.begin(), folder->links.end());
    if (folder->article.translations.empty())
      continue;
    write_article(*folder, settings, key, options.release.now, output, faults);
    indexes.add(folder->article);
    if (built.embedding.empty() && settings.loader)
      built.embedding = embedding(folder->article, settings);
    ++built.articles;
    built.pages += folder->article.translations.size();
    progress(folder->article);
  }
  warn_of_links_to_withheld(links, built.withheld, faults);
  built.unnamed = assets.copy(options.out, output, faults);
  indexes.write(output);
  output.write("broadside.css", pages::style_sheet(), {});
  output.write(frame_script_name, frame_script(), {});
  return built;
}

// A publisher may have written files of these names for the site before, and they are not replaced.
void write_header_files(const fs::path& out, const Settings& settings, Output& output, Faults& faults) {
  for (const SiteFile& file : header_files(settings)) {
    if (output.is_others(file.name))
      faults.add({out / file.name}, "not-ours",
                 "was not made by broadside build; move it away, or build without --headers");
    else
      output.write(file.name, file.text, {});
  }
}

} // namespace

tl::expected<Built, std::vector<Fault>> build(const BuildOptions& options,
                                              const std::function<void(const article::Article&)>& progress) {
  Faults faults;
  auto settings = read_settings(options.publisher / "broadside.yaml", options.overrides, faults);
  if (!settings)
    return tl::unexpected(faults.all());
  const fs::path content = options.publisher / "content";
  const auto folders = find_article_folders(content, faults);
  if (folders.empty())
    return tl::unexpected(faults.all());
  if (lies_in(options.out, content)) {
    faults.add({options.out}, "not-ours", "is in the folder of the articles; a site cannot be made there");
    return tl::unexpected(faults.all());
  }

  const auto before = faults.count();
  Output output(options.out, faults);
  if (faults.count() > before)
    return tl::unexpected(faults.all());
  if (options.loader)
    use_loader_of(*options.loader, *settings, output, faults);
  const auto key = read_signing_key(options, *settings, faults);
  if (!settings->key_file)
    warn_of_lost_signatures(options.out, faults);
  Built built = write_articles(folders, *settings, key, options, progress, output, faults);
  if (options.headers)
    write_header_files(options.out, *settings, output, faults);
  if (!faults.any())
    output.commit();
  built.files = output.count();
  built.warnings = faults.warnings();
  if (faults.any())
    return tl::unexpected(faults.all());
  return built;
}

} // namespace broadside::publish
