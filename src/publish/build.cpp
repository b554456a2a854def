#include "publish/build.hpp"

#include "core/article/signature.hpp"
#include "publish/headers/header_files.hpp"
#include "publish/manifest.hpp"
#include "publish/manifest/bytes.hpp"
#include "publish/output/output_folder.hpp"
#include "publish/signing/key_file.hpp"
#include "publish/signing/sha256.hpp"
#include "publish/source/loader_folder.hpp"

#include <algorithm>

namespace broadside::publish {
namespace {

namespace fs = std::filesystem;

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
  const auto found = std::find_if(names.begin(), names.end(), [](const std::string& name) {
    return name.ends_with("/" + std::string(article::signature_file));
  });
  if (found != names.end())
    faults.warn(
        {out / *found}, "unsigned",
        "goes, since this build signs nothing: hosts that name your key do not show the article now; build with "
        "--sign");
}

// Everything that each file of the site depends on, so that a build with another base makes all of them again.
std::string base_of(const BuildOptions& options, const Settings& settings) {
  const auto stamp = [](const fs::path& file) { return key_of(stamp_of(file).value_or(FileStamp())); };
  BytesWriter base;
  base.text(stamp("/proc/self/exe"));
  base.text(fs::absolute(options.publisher).native());
  base.text(options.publisher.native());
  base.text(sha256_of_file(settings_file(options)).value_or(""));
  base.text(options.overrides.url.value_or(""));
  base.text(options.overrides.replies.value_or(""));
  base.number((options.release.drafts ? 1U : 0U) + (options.release.future ? 2U : 0U));
  Faults ignored;
  const auto loader = options.loader ? read_loader_folder(*options.loader, ignored) : std::nullopt;
  base.text(loader ? loader->name + " " + loader->integrity : "");
  base.text(settings.public_key);
  return base.bytes();
}

/// Builds a site in a folder, with the help of what the last build has kept there.
class FolderBuild {
public:
  FolderBuild(Source source, const BuildOptions& options, Faults& faults)
      : source_(std::move(source)), options_(options), faults_(faults) {}

  // Files are put in place only if there is no fault.
  Built run(const Progress& progress) {
    key_ = read_signing_key(options_, source_.settings, faults_);
    if (!source_.settings.key_file)
      warn_of_lost_signatures(options_.out, faults_);
    base_ = base_of(options_, source_.settings);
    Manifest manifest = read_manifest(options_.out, base_);
    number_ = manifest.build + 1;
    // Time that goes backwards would bring back what has gone.
    const bool is_later = manifest.now <= options_.release.now;
    ArticleMemory memory(std::move(manifest.content),
                         is_later ? std::move(manifest.articles) : ArticleMemory::Articles());
    memory.follow(content_folder(options_), options_.release.now);
    const auto before = faults_.count();
    OutputFolder output(options_.out, std::move(manifest.files), faults_);
    if (faults_.count() > before)
      return {};
    use_loader(options_, source_.settings, output, faults_);
    Built built = write(memory, output, progress);
    built.changed = output.count_changed();
    built.files = output.count();
    if (!faults_.any())
      finish(memory, output);
    return built;
  }

private:
  Built write(ArticleMemory& memory, OutputFolder& output, const Progress& progress) {
    const auto build = [&](const fs::path& folder) -> std::shared_ptr<const BuiltArticle> {
      auto known = memory.find(folder);
      if (known && std::all_of(known->files.begin(), known->files.end(),
                               [&](const SiteFile& file) { return output.is_untouched(file.name, {}); }))
        return known;
      BuiltArticle article = build_article(folder, source_.settings, options_.release, key_ ? &*key_ : nullptr);
      article.build = number_;
      memory.keep(folder, std::make_shared<const BuiltArticle>(without_texts(article)));
      return std::make_shared<const BuiltArticle>(std::move(article));
    };
    Built built = write_site(source_, options_.release, build, progress, output, faults_);
    if (options_.headers)
      write_header_files(options_.out, source_.settings, output, faults_);
    return built;
  }

  // Without its manifest, the next build only takes longer.
  void finish(const ArticleMemory& memory, OutputFolder& output) {
    output.commit();
    if (faults_.any())
      return;
    if (!write_manifest(options_.out,
                        {base_, options_.release.now, number_, memory.tree(), memory.articles(), output.take_kept()}))
      faults_.add({options_.out}, "unwritable", "cannot be written");
  }

  Source source_;
  const BuildOptions& options_;
  Faults& faults_;
  std::optional<SigningKey> key_;
  std::string base_;
  std::uint64_t number_ = 0;
};

} // namespace

tl::expected<Built, std::vector<Fault>> build(const BuildOptions& options, const Progress& progress) {
  Faults faults;
  auto source = read_source(options, faults);
  if (!source)
    return tl::unexpected(faults.all());
  if (lies_in(options.out, content_folder(options))) {
    faults.add({options.out}, "not-ours", "is in the folder of the articles; a site cannot be made there");
    return tl::unexpected(faults.all());
  }
  Built built = FolderBuild(*std::move(source), options, faults).run(progress);
  built.warnings = faults.warnings();
  if (faults.any())
    return tl::unexpected(faults.all());
  return built;
}

} // namespace broadside::publish
