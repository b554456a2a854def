#include "publish/build.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/language/date.hpp"
#include "publish/source/dates.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

using Clock = std::chrono::steady_clock;

void show_article(const publish::ArticleOutline& article) {
  std::cerr << article.id << ":";
  for (const auto& text : article.texts)
    std::cerr << " " << text.language;
  std::cerr << "\n";
}

std::int64_t unix_time() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// Reports the texts that readers do not get, and the files that they get although no text names them, because either
// may be a mistake.
void show_choices(const publish::Built& built) {
  for (const publish::Withheld& text : built.withheld)
    report({"withheld", text.file.string(), "not built: " + reason_of(text)});
  for (const std::filesystem::path& file : built.unnamed)
    report({"unnamed", file.string(), "is published, although no text names it"});
}

std::string withheld_of(const publish::Built& built) {
  using Reason = publish::Withheld::Reason;
  const auto count = [&](Reason reason) {
    return static_cast<std::size_t>(std::count_if(built.withheld.begin(), built.withheld.end(),
                                                  [&](const auto& text) { return text.reason == reason; }));
  };
  std::string text;
  if (const auto drafts = count(Reason::draft); drafts > 0)
    text += ", " + counted(drafts, "draft") + " not built (--drafts)";
  if (const auto to_come = count(Reason::to_come); to_come > 0)
    text += ", " + counted(to_come, "text") + " with a future date not built (--future)";
  if (const auto expired = count(Reason::expired); expired > 0)
    text += ", " + counted(expired, "text") + " expired";
  return text;
}

void show_total(const publish::Built& built, const publish::BuildOptions& options, Clock::duration time) {
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  std::cerr << counted(built.articles, "article") << ", " << counted(built.pages, "page") << ", "
            << counted(built.files, "file") << " (" << built.changed << " changed), "
            << counted(built.warnings.size(), "warning") << withheld_of(built) << " in " << options.out.string() << ": "
            << milliseconds << " ms\n";
}

int build(const publish::BuildOptions& options) {
  const auto start = Clock::now();
  const auto built = publish::build(options, show_article);
  if (built) {
    for (const Error& warning : built->warnings)
      warn(warning);
    show_choices(*built);
    show_total(*built, options, Clock::now() - start);
    if (!built->embedding.empty())
      std::cerr << "To show an article on any page, paste this there:\n" << std::flush;
    std::cout << built->embedding;
    return 0;
  }
  for (const Error& error : built.error())
    report(error);
  report({"failed", "", counted(built.error().size(), "fault") + "; " + options.out.string() + " was not built"});
  return 1;
}

} // namespace

void add_build(CLI::App& app, int& status) {
  const auto options = std::make_shared<publish::BuildOptions>();
  CLI::App* command = app.add_subcommand("build", "Make a site from a publisher's articles");
  command->add_option("PUBLISHER", options->publisher, "Folder with broadside.yaml and content/")->required();
  command->add_option("-o,--out", options->out, "Folder in which to make the site")->required();
  command->add_option("--url", options->overrides.url, "Address at which the site will be served");
  command->add_option("--replies", options->overrides.replies, "Address of the reply server");
  command->add_flag("--drafts", options->release.drafts, "Build drafts too");
  command->add_flag("--future", options->release.future, "Build texts with a future date too");
  command->add_option("--loader", options->loader, "Folder with the loader (web/dist), which is copied into the site");
  command->add_option("--sign", options->overrides.key_file,
                      "Sign the articles with this secret key, which broadside keygen has made");
  command->add_flag("--headers", options->headers,
                    "Write the headers that the site needs, as files for Cloudflare, Netlify, nginx and Caddy");
  command->footer("Example:\n"
                  "  broadside build examples/publisher -o site --url https://news.example/ --replies "
                  "https://replies.example/");
  const auto now = std::make_shared<std::string>();
  command->add_option("--now", *now, "Build the site as it is at that time, such as 2026-11-28T10:00:00Z")
      ->check([](const std::string& text) {
        return publish::time_of(text) ? "" : std::string(language::date_rule) + ", not \"" + text + "\"";
      });
  command->callback([options, now, &status] {
    options->release.now = now->empty() ? unix_time() : publish::time_of(*now).value();
    status = build(*options);
  });
}

} // namespace broadside::cli
