#include "publish/check.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"

#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

struct CheckOptions {
  std::vector<std::filesystem::path> paths;
  bool fix = false;
};

int check(const CheckOptions& options) {
  using publish::Mend;
  const auto checked = publish::check(options.paths, options.fix ? Mend::what_is_sure : Mend::nothing);
  for (const Error& error : checked.mended)
    report({error.code, error.where, "mended: " + error.message});
  for (const Error& error : checked.found)
    report(error);
  std::cerr << counted(checked.files, "text");
  if (options.fix)
    std::cerr << ", " << checked.mended.size() << " mended";
  std::cerr << ", " << counted(checked.found.size(), "remark");
  if (checked.mendable > 0)
    std::cerr << ", " << checked.mendable << " to be mended by --fix";
  std::cerr << "\n";
  return checked.found.empty() ? 0 : 1;
}

} // namespace

void add_check(CLI::App& app, int& status) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Find mistakes in Markdown files, and mend them");
  command->add_option("PATH", options->paths, "Markdown file, or folder with such files")->required();
  command->add_flag("--fix", options->fix, "Mend in the files what can be mended for sure, and say what it was");
  command->footer(
      "It finds what Markdown takes otherwise than it was meant, signs of other dialects, references to nothing,\n"
      "pictures and files that are not there, and raw HTML that readers do not get. Each remark names file and line,\n"
      "and says what to write. The exit status is 1 where anything remains to be said.\n\n"
      "Examples:\n"
      "  broadside check examples/publisher\n"
      "  broadside check --fix content/tale/en.md");
  command->callback([options, &status] { status = check(*options); });
}

} // namespace broadside::cli
