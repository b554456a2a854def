#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/moment.hpp"
#include "publish/loaders.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

namespace broadside::cli {
namespace {

using publish::Faults;
using publish::PublishedLoader;

struct PruneOptions {
  std::filesystem::path site;
  std::vector<std::string> names;
  std::optional<std::size_t> keep;
  bool is_dry_run = false;
};

std::int64_t unix_time(std::filesystem::file_time_type time) {
  return std::chrono::system_clock::to_time_t(std::chrono::file_clock::to_sys(time));
}

std::string described(const PublishedLoader& loader) {
  return loader.name + ", of " + day_of(unix_time(loader.added)) + ", " + std::to_string((loader.bytes + 512) / 1024) +
         " KB" + (loader.is_in_use ? ", which the site's own pages load" : "");
}

// Returns the loaders with these names. Unknown names, and the loader that the site's own pages use, are faults.
std::vector<PublishedLoader> named(const std::vector<PublishedLoader>& loaders, const std::vector<std::string>& names,
                                   Faults& faults) {
  std::vector<PublishedLoader> chosen;
  for (const std::string& name : names) {
    const auto found =
        std::find_if(loaders.begin(), loaders.end(), [&](const auto& loader) { return loader.name == name; });
    if (found == loaders.end())
      faults.add({name}, "unknown-loader", "is not a loader of this site; \"broadside prune OUT\" lists them");
    else if (found->is_in_use)
      faults.add({name}, "in-use", "is the loader of the site's own pages; build the site with another one first");
    else
      chosen.push_back(*found);
  }
  return chosen;
}

// `loaders` must have the latest first.
std::vector<PublishedLoader> all_but_latest(const std::vector<PublishedLoader>& loaders, std::size_t count) {
  std::vector<PublishedLoader> chosen(loaders.begin() + static_cast<std::ptrdiff_t>(std::min(count, loaders.size())),
                                      loaders.end());
  std::erase_if(chosen, [](const PublishedLoader& loader) { return loader.is_in_use; });
  return chosen;
}

int fail(const Faults& faults) {
  for (const Error& error : faults.all())
    report(error);
  return 1;
}

int prune(const PruneOptions& options) {
  Faults faults;
  const auto loaders = publish::loaders_in(options.site, faults);
  const auto chosen = options.keep ? all_but_latest(loaders, *options.keep) : named(loaders, options.names, faults);
  if (faults.any())
    return fail(faults);
  if (!options.keep && options.names.empty()) {
    for (const PublishedLoader& loader : loaders)
      std::cout << described(loader) << "\n";
    return 0;
  }
  for (const PublishedLoader& loader : chosen) {
    if (!options.is_dry_run)
      publish::remove_loader(options.site, loader, faults);
    std::cout << (options.is_dry_run ? "would remove " : "removed ") << described(loader) << "\n";
  }
  return faults.any() ? fail(faults) : 0;
}

} // namespace

void add_prune(CLI::App& app, int& status) {
  const auto options = std::make_shared<PruneOptions>();
  CLI::App* command = app.add_subcommand("prune", "List a site's loaders, or remove old ones");
  command->add_option("OUT", options->site, "Folder that broadside build made")->required();
  auto* names = command->add_option("NAME", options->names, "Loaders to remove, as they are listed");
  command->add_option("--keep", options->keep, "Remove all but the latest N and the one that the site's pages load")
      ->excludes(names)
      ->type_name("N");
  command->add_flag("--dry-run", options->is_dry_run, "Report what would be removed, but remove nothing");
  command->footer("Example:\n  broadside prune site\n  broadside prune site 0.1.0-3f2a9c01d4e8");
  command->callback([options, &status] { status = prune(*options); });
}

} // namespace broadside::cli
