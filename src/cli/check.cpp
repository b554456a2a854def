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
  CLI::App* command = app.add_subcommand("check", "Say what in Markdown texts is surely not what was meant");
  command->add_option("PATH", options->paths, "Markdown file, or folder with such files")->required();
  command->add_flag("--fix", options->fix, "Mend in the files what can be mended for sure, and say so");
  command->footer("Example:\n  broadside check examples/publisher");
  command->callback([options, &status] { status = check(*options); });
}

} // namespace broadside::cli
