#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/server_settings.hpp"
#include "server/check.hpp"
#include "server/server.hpp"

#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

constexpr int bad_usage = 2;

struct Serve {
  server::Options options;
  std::filesystem::path config;
  bool only_checks = false;
};

int run_serve(CLI::App& command, const Serve& serve) {
  if (!serve.config.empty()) {
    const auto faults = read_settings(command, serve.config);
    for (const auto& fault : faults.all())
      report(fault);
    if (faults.any())
      return 1;
  }
  for (const char* name : {"site", "database"})
    if (command.get_option(std::string("--") + name)->count() == 0) {
      report({"usage", "",
              std::string("--") + name + " is required; it may also stand in the file of settings (--config) as " +
                  name + ":"});
      return bad_usage;
    }
  if (!serve.only_checks)
    return server::serve(serve.options);
  if (const auto checked = server::check(serve.options); !checked) {
    report(checked.error());
    return 1;
  }
  std::cerr << "The settings are in order. The database was not opened.\n";
  return 0;
}

void add_options(CLI::App* command, server::Options* options) {
  command->add_option("--site", options->site, "Folder that broadside build made");
  command->add_option("--database", options->database,
                      "SQLite file that stores the replies, created if it does not exist; or address of PostgreSQL: "
                      "postgresql://USER:PASSWORD@HOST/DATABASE");
  command->add_option("--address", options->address, "IP address to listen on")->capture_default_str();
  command->add_option("--port", options->port, "Port to listen on; 0 for any free port")->capture_default_str();
  command->add_option("--allow-origin", options->allowed_origins,
                      "Origin whose pages may read and write replies: scheme, host, and port unless it is the default "
                      "one; may be repeated; by default all origins are allowed");
  command->add_option(
      "--trusted-proxy", options->trusted_proxies,
      "Address, or range such as 10.0.0.0/8, of a proxy that names the client of a request in X-Forwarded-For or "
      "Forwarded; may be repeated");
  command
      ->add_option_function<std::string>(
          "--hold",
          [options](const std::string& word) {
            options->policy.hold = value_of(server::replies::hold_words, word).value_or(server::replies::Hold::nobody);
          },
          "Whose replies wait for approval: nobody (the default), first-timers or everybody")
      ->check(CLI::IsMember({"nobody", "first-timers", "everybody"}));
  command
      ->add_option("--hold-links", options->policy.hold_links,
                   "Replies with this many links or more wait for approval; 0 for no such rule")
      ->check(CLI::Range(0, 1'000))
      ->capture_default_str();
  command
      ->add_option("--hold-words", options->hold_words,
                   "File of words and phrases, one on a line; replies in which one occurs wait for approval")
      ->check(CLI::ExistingFile);
  command
      ->add_option("--hold-rate", options->policy.hold_rate,
                   "Replies from one network (/24, or /48 in IPv6) in ten minutes after which further ones wait for "
                   "approval; ten times as many are refused; 0 for no such rule")
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str();
  command
      ->add_option("--close-after", options->policy.close_after_days,
                   "Days after its publication on which an article takes no more replies; 0 for no such rule")
      ->check(CLI::Range(0, 36'500))
      ->capture_default_str();
}

} // namespace

void add_serve(CLI::App& app, int& status) {
  const auto serve = std::make_shared<Serve>();
  CLI::App* command = app.add_subcommand("serve", "Serve the replies to a site's articles");
  command->add_option("--config", serve->config,
                      "File of settings in YAML: the options below, without the dashes, such as hold-links: 2. The "
                      "environment (BROADSIDE_HOLD_LINKS=2) goes before it, and the command line before both");
  command->add_flag("--check", serve->only_checks, "Check the settings, and do not serve");
  add_options(command, &serve->options);
  read_environment(*command);
  command->footer(
      "Example:\n  broadside serve --site site --database replies.sqlite --allow-origin https://news.example");
  command->callback([command, serve, &status] { status = run_serve(*command, *serve); });
}

} // namespace broadside::cli
