#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/html/url.hpp"
#include "publish/desk.hpp"
#include "publish/faults/formats.hpp"
#include "publish/watch/folder_watch.hpp"
#include "server/desk.hpp"
#include "server/process/log.hpp"
#include "server/process/process.hpp"

#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

namespace broadside::cli {
namespace {

using DevClock = std::chrono::steady_clock;

struct DevOptions {
  publish::SiteOptions site{.publisher = "."};
  std::uint16_t port = 8080;
};

// A build, and the pages that show it.
class DevSite {
public:
  DevSite(const publish::SiteOptions& options, server::Desk& server) : desk_(options), server_(server) {}

  void build() {
    const auto start = DevClock::now();
    const auto state = desk_.build();
    show(state);
    tell(state, DevClock::now() - start);
  }

private:
  void show(const publish::Desk::State& state) {
    server::desk::Shown shown{.is_new = state.changed > 0, .found = faults_as_json(state.found)};
    if (state.site)
      shown.read = [site = state.site](const std::string& name) { return site->read(name); };
    if (const auto folder = html::Url::check_base(server_.own_url()))
      shown.policy = desk_.policy(*folder);
    server_.show(std::move(shown));
  }

  static void tell(const publish::Desk::State& state, DevClock::duration time) {
    for (const publish::Fault& fault : state.found) {
      if (state.has_faults)
        report(fault);
      else
        warn(fault);
    }
    if (state.has_faults)
      report({"failed", "", counted(state.found.size(), "fault") + "; the pages stay as they were"});
    else
      std::cerr << counted(state.made, "article") << " built, " << counted(state.changed, "file")
                << " changed: " << std::chrono::duration_cast<std::chrono::milliseconds>(time).count() << " ms\n";
  }

  publish::Desk desk_;
  server::Desk& server_;
};

int refuse_to_start(const Error& error) {
  report(error);
  return 1;
}

int dev(DevOptions options) {
  const auto& publisher = options.site.publisher;
  if (!std::filesystem::exists(settings_file(options.site)))
    return refuse_to_start(
        {"no-publisher", publisher.string(),
         "there is no broadside.yaml; name the folder that has one, or begin one: broadside new site " +
             (publisher == "." ? std::string("FOLDER") : publisher.string())});
  server::prepare_process();
  server::log::start();
  auto watch = publish::FolderWatch::open(publisher);
  if (!watch)
    return refuse_to_start(watch.error());
  auto server = server::Desk::open(options.port);
  if (!server)
    return refuse_to_start(server.error());

  options.site.overrides.url = server->url();
  DevSite site(options.site, *server);
  site.build();
  std::cout << "The site: " << server->url() << " (Ctrl-C ends it)\n" << std::flush;
  server->stop_on_signals();
  std::thread builder([&] {
    while (watch->wait())
      site.build();
  });
  server->run();
  watch->stop();
  builder.join();
  return 0;
}

} // namespace

void add_dev(CLI::App& app, int& status) {
  const auto options = std::make_shared<DevOptions>();
  CLI::App* command = app.add_subcommand("dev", "Show a site in the browser while you write it");
  command->add_option("PUBLISHER", options->site.publisher, "Folder with broadside.yaml and content/")
      ->capture_default_str();
  command->add_option("--port", options->port, "Port to serve the site on; 0 for any free port")->capture_default_str();
  command->add_option("--replies", options->site.overrides.replies, "Address of the reply server");
  command->add_option("--loader", options->site.loader, "Folder with the loader (web/dist), which the pages then load");
  command->footer(
      "It builds the site in memory, with drafts and texts with a future date, and serves it to this machine alone.\n"
      "Open pages change when you save a file, and stay where you have scrolled to. Mistakes are shown in the page, "
      "with\n"
      "file and line. Nothing is published; broadside build does that.\n\n"
      "Example:\n"
      "  broadside dev examples/publisher");
  command->callback([options, &status] { status = dev(*options); });
}

} // namespace broadside::cli
