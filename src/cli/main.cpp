#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace {

constexpr int usage_error = 2;

} // namespace

int main(int argc, char** argv) {
  CLI::App app("Articles that any web page can carry, in every language that they were written in.", "broadside");
  app.set_version_flag("--version", "broadside " BROADSIDE_VERSION);
  app.require_subcommand(1);
  app.footer("Example:\n  broadside build examples/publisher -o site");

  int status = 0;
  broadside::cli::add_backup(app, status);
  broadside::cli::add_build(app, status);
  broadside::cli::add_check(app, status);
  broadside::cli::add_dev(app, status);
  broadside::cli::add_keygen(app, status);
  broadside::cli::add_moderator(app, status);
  broadside::cli::add_new(app, status);
  broadside::cli::add_prune(app, status);
  broadside::cli::add_render(app, status);
  broadside::cli::add_serve(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return app.exit(asked_for_help);
  } catch (const CLI::ParseError& error) {
    broadside::cli::report({"usage", "", error.what()});
    return usage_error;
  }
  return status;
}
