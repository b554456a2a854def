#include "publish/build.hpp"

#include "core/article/signature.hpp"
#include "publish/headers/header_files.hpp"
#include "publish/output/output_folder.hpp"
#include "publish/signing/key_file.hpp"

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
  const auto found = std::find_if(names.begin(), names.end(),
                                  [](const fs::path& name) { return name.filename() == article::signature_file; });
  if (found != names.end())
    faults.warn(
        {out / *found}, "unsigned",
        "goes, since this build signs nothing: hosts that name your key do not show the article now; build with "
        "--sign");
}

// Fills the folder. Files are put in place only if there is no fault.
Built fill(Source source, const BuildOptions& options, const std::function<void(const article::Article&)>& progress,
           OutputFolder& output, Faults& faults) {
  use_loader(options, source.settings, output, faults);
  const auto key = read_signing_key(options, source.settings, faults);
  if (!source.settings.key_file)
    warn_of_lost_signatures(options.out, faults);
  const auto build = [&](const fs::path& folder) {
    return std::make_shared<const BuiltArticle>(
        build_article(folder, source.settings, options.release, key ? &*key : nullptr));
  };
  Built built = write_site(source, options.release, build, progress, output, faults);
  if (options.headers)
    write_header_files(options.out, source.settings, output, faults);
  built.changed = output.count_changed();
  if (!faults.any())
    output.commit();
  built.files = output.count();
  return built;
}

} // namespace

tl::expected<Built, std::vector<Fault>> build(const BuildOptions& options,
                                              const std::function<void(const article::Article&)>& progress) {
  Faults faults;
  auto source = read_source(options, faults);
  if (!source)
    return tl::unexpected(faults.all());
  if (lies_in(options.out, content_folder(options))) {
    faults.add({options.out}, "not-ours", "is in the folder of the articles; a site cannot be made there");
    return tl::unexpected(faults.all());
  }
  const auto before = faults.count();
  OutputFolder output(options.out, faults);
  if (faults.count() > before)
    return tl::unexpected(faults.all());
  Built built = fill(*std::move(source), options, progress, output, faults);
  built.warnings = faults.warnings();
  if (faults.any())
    return tl::unexpected(faults.all());
  return built;
}

} // namespace broadside::publish
