#include "publish/check.hpp"
#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "publish/faults/formats.hpp"

#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

struct CheckOptions {
  std::vector<std::filesystem::path> paths;
  bool fix = false;
  std::string format{publish::fault_format_words.front().first};
};

void show_found(const std::vector<publish::Fault>& found, publish::FaultFormat format) {
  using publish::FaultFormat;
  if (format == FaultFormat::json)
    std::cout << faults_as_json(found) << std::flush;
  else if (format == FaultFormat::github)
    std::cout << faults_as_github(found) << std::flush;
  else
    for (const Error& error : found)
      report(error);
}

int check(const CheckOptions& options) {
  using publish::Mend;
  const auto checked = publish::check(options.paths, options.fix ? Mend::certain : Mend::nothing);
  for (const Error& error : checked.mended)
    report({error.code, error.where, "mended: " + error.message});
  show_found(checked.found, value_of(publish::fault_format_words, options.format).value_or(publish::FaultFormat::text));
  std::cerr << counted(checked.files, "text");
  if (options.fix)
    std::cerr << ", " << checked.mended.size() << " mended";
  std::cerr << ", " << counted(checked.found.size(), "remark");
  if (checked.mendable > 0)
    std::cerr << ", " << checked.mendable << " that --fix can mend";
  std::cerr << "\n";
  return checked.found.empty() ? 0 : 1;
}

} // namespace

void add_check(CLI::App& app, int& status) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand("check", "Find likely mistakes in Markdown files, and mend them");
  command->add_option("PATH", options->paths, "Markdown file, or folder with such files")->required();
  command->add_flag("--fix", options->fix, "Mend the mistakes with a certain correction in the files, and report them");
  std::vector<std::string> formats;
  for (const auto& [word, format] : publish::fault_format_words)
    formats.emplace_back(word);
  command
      ->add_option("--format", options->format,
                   "text (default) on standard error, or json or github on standard output")
      ->check(CLI::IsMember(formats));
  command->footer(
      "It finds text that Markdown does not take as it was meant, signs of other dialects, references to nothing,\n"
      "missing pictures and files, and raw HTML that readers do not get. Each remark names the file and line, and\n"
      "says what to write. The exit status is 1 if any remark remains.\n\n"
      "Examples:\n"
      "  broadside check examples/publisher\n"
      "  broadside check --fix content/tale/en.md\n"
      "  broadside check --format github content");
  command->callback([options, &status] { status = check(*options); });
}

} // namespace broadside::cli
