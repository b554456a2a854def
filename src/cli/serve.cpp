#include "cli/commands.hpp"
#include "server/server.hpp"

#include <memory>

namespace broadside::cli {

void add_serve(CLI::App& app, int& status) {
  const auto options = std::make_shared<server::Options>();
  CLI::App* command = app.add_subcommand("serve", "Serve the replies to a site's articles");
  command->add_option("--site", options->site, "Folder that broadside build made")->required();
  command
      ->add_option("--database", options->database, "SQLite file that stores the replies; created if it does not exist")
      ->required();
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
  command->footer(
      "Example:\n  broadside serve --site site --database replies.sqlite --allow-origin https://news.example");
  command->callback([options, &status] { status = server::serve(*options); });
}

} // namespace broadside::cli
